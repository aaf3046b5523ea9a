redoubt_test(rules/rules_test)
redoubt_test(rules/fixes_test)
