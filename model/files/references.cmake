# Included where `model` is made: custom commands belong to the folder of their target.
# The reference designs travel in the programs, as their files stand.
file(GLOB references CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/reference-designs/*.redoubt.yaml)
set(qrc "<RCC><qresource prefix=\"/references\">\n")
string(APPEND qrc "<file alias=\"order\">${PROJECT_SOURCE_DIR}/reference-designs/order.txt</file>\n")
foreach(reference ${references})
  get_filename_component(name ${reference} NAME)
  string(APPEND qrc "<file alias=\"${name}\">${reference}</file>\n")
endforeach()
string(APPEND qrc "</qresource></RCC>\n")
file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/references.qrc CONTENT "${qrc}" @ONLY)
qt_add_resources(reference_sources ${PROJECT_BINARY_DIR}/references.qrc)
target_sources(model PRIVATE ${reference_sources})
