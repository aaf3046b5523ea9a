redoubt_test(cli/cli_test)
add_dependencies(cli_test redoubt-cli)
