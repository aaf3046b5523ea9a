# Reads exported pictures by themselves: Qt Core only, so that nothing of the program can take part.
add_library(measure STATIC
  measure/svgcounts.cpp measure/svgcounts.h measure/svgpath.cpp measure/svgpath.h measure/svgreader.cpp)
target_link_libraries(measure PUBLIC Qt6::Core PRIVATE redoubt_flags)
add_executable(redoubt-measure measure/measure_main.cpp)
target_link_libraries(redoubt-measure PRIVATE measure redoubt_flags)
redoubt_test(measure/svgcounts_test)
target_link_libraries(svgcounts_test PRIVATE measure)
redoubt_test(measure/trunks_test)
target_link_libraries(trunks_test PRIVATE measure)
redoubt_test(measure/pictures_test)
target_link_libraries(pictures_test PRIVATE measure)
redoubt_test(measure/tidypictures_test)
target_sources(tidypictures_test PRIVATE measure/againstdot.cpp measure/dotpicture.cpp)
target_link_libraries(tidypictures_test PRIVATE measure)
add_executable(redoubt-against-dot measure/againstdot_main.cpp measure/againstdot.cpp measure/againstdot.h measure/dotpicture.cpp
  measure/dotpicture.h)
target_link_libraries(redoubt-against-dot PRIVATE measure test_support redoubt_flags)
