redoubt_test(cli/cli_test)
add_dependencies(cli_test redoubt-cli)
redoubt_test(cli/checkformats_test)
add_dependencies(checkformats_test redoubt-cli)
