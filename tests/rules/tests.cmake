redoubt_test(rules/rules_test)
redoubt_test(rules/holding_test)
redoubt_test(rules/rulepack_test)
redoubt_test(rules/fixes_test)
