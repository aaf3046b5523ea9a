redoubt_test(rules/rules_test)
redoubt_test(rules/fixes_test)
redoubt_test(rules/fixpaths_test)
