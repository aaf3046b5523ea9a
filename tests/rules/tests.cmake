redoubt_test(rules/rules_test)
