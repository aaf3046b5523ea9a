redoubt_test(views/style_test)
redoubt_test(views/picture_test)
redoubt_test(views/canvas_test)
