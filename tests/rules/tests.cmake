redoubt_test(rules/rules_test)
redoubt_test(rules/holding_test)
redoubt_test(rules/mutations_test)
redoubt_test(rules/order_test)
