# Included where `model` is made: custom commands belong to the folder of their target.
# Data files are read, checked and packed here; a mistake in one ends the build with its place. The order of the catalog's
# files is that of the palette.
add_executable(redoubt-packdata catalog/packdata_main.cpp)
target_link_libraries(redoubt-packdata PRIVATE modelbase redoubt_flags ${YAML_CPP})

set(catalog_files
  settings shared containers people secret-server sql privilege-manager dsv ssc nps
  links-secret-server links-privilege-manager links-dsv links-ssc links-nps links-sites views)
list(TRANSFORM catalog_files PREPEND ${PROJECT_SOURCE_DIR}/resources/catalog/)
list(TRANSFORM catalog_files APPEND .yaml)
file(GLOB rule_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/resources/rules/*.yaml)
set(source_files ${PROJECT_SOURCE_DIR}/resources/rules/sources.yaml)
list(REMOVE_ITEM rule_files ${source_files})
set(drawing_files ${PROJECT_SOURCE_DIR}/resources/rules/drawing/draw.yaml)

# Rules are judged by the catalog's words, so they are packed after it.
set(catalog_needs "")
set(rules_needs ${PROJECT_BINARY_DIR}/catalog.bin)
set(sources_needs "")
set(drawing_needs ${PROJECT_BINARY_DIR}/catalog.bin)
foreach(data catalog rules sources drawing)
  string(REGEX REPLACE "s$" "" stem ${data})
  add_custom_command(
    OUTPUT ${PROJECT_BINARY_DIR}/${data}.bin
    COMMAND redoubt-packdata ${data} ${PROJECT_BINARY_DIR}/${data}.bin ${${data}_needs} ${${stem}_files}
    DEPENDS redoubt-packdata ${${data}_needs} ${${stem}_files}
    COMMENT "Checking and packing ${data}"
    VERBATIM)
endforeach()
set_source_files_properties(${PROJECT_BINARY_DIR}/catalog.bin ${PROJECT_BINARY_DIR}/rules.bin
  ${PROJECT_BINARY_DIR}/sources.bin ${PROJECT_BINARY_DIR}/drawing.bin PROPERTIES GENERATED ON)
set(builtin_qrc ${PROJECT_BINARY_DIR}/builtin.qrc)
file(CONFIGURE OUTPUT ${builtin_qrc} CONTENT
  "<RCC><qresource prefix=\"/builtin\"><file>catalog.bin</file><file>rules.bin</file><file>sources.bin</file><file>drawing.bin</file></qresource></RCC>\n")
qt_add_resources(builtin_sources ${builtin_qrc} OPTIONS -no-compress)
target_sources(model PRIVATE ${builtin_sources})
