redoubt_test(model/patch_test)
redoubt_test(model/tree_test)
redoubt_test(model/architecture_test)
redoubt_test(model/catalog_test)
