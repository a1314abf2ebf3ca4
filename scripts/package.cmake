# SPDX-License-Identifier: MIT
# What is installed, and the Debian packages made of it: scripts/dev package. The manual page and the completions are written
# by the binary that was just built. Components: program; library (the shared object), development (what programs that use it
# are built with).
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(WHEREOF_GENERATED ${CMAKE_BINARY_DIR}/generated)
foreach(kind IN ITEMS man bash zsh fish)
  add_custom_command(OUTPUT ${WHEREOF_GENERATED}/whereof.${kind}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${WHEREOF_GENERATED}
    COMMAND whereof generate ${kind} > ${WHEREOF_GENERATED}/whereof.${kind}
    DEPENDS whereof VERBATIM)
  list(APPEND generated ${WHEREOF_GENERATED}/whereof.${kind})
endforeach()
add_custom_command(OUTPUT ${WHEREOF_GENERATED}/whereof.1.gz
  COMMAND gzip -9nc ${WHEREOF_GENERATED}/whereof.man > ${WHEREOF_GENERATED}/whereof.1.gz
  DEPENDS ${WHEREOF_GENERATED}/whereof.man VERBATIM)
# Debian's own form of the changelog; of SOURCE_DATE_EPOCH, where that is set.
string(TIMESTAMP WHEREOF_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file(scripts/debian_changelog.in ${WHEREOF_GENERATED}/changelog @ONLY)
add_custom_command(OUTPUT ${WHEREOF_GENERATED}/changelog.gz
  COMMAND gzip -9nc ${WHEREOF_GENERATED}/changelog > ${WHEREOF_GENERATED}/changelog.gz
  DEPENDS ${WHEREOF_GENERATED}/changelog VERBATIM)
add_custom_target(generated DEPENDS ${generated} ${WHEREOF_GENERATED}/whereof.1.gz ${WHEREOF_GENERATED}/changelog.gz)

install(TARGETS whereof RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(FILES ${WHEREOF_GENERATED}/whereof.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program OPTIONAL)
install(FILES ${WHEREOF_GENERATED}/whereof.bash RENAME whereof COMPONENT program OPTIONAL
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${WHEREOF_GENERATED}/whereof.zsh RENAME _whereof COMPONENT program OPTIONAL
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${WHEREOF_GENERATED}/whereof.fish COMPONENT program OPTIONAL
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES corpus/MANIFEST.tsv README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/whereof COMPONENT program)

set(WHEREOF_PACKAGE ${CMAKE_INSTALL_LIBDIR}/cmake/whereof)
install(TARGETS whereof_library EXPORT whereof
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(FILES src/whereof.hpp DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(EXPORT whereof FILE whereofConfig.cmake NAMESPACE whereof:: DESTINATION ${WHEREOF_PACKAGE} COMPONENT development)
# As long as the first number is 0 the second one tells what fits; the name of the shared object says the same.
write_basic_package_version_file(${CMAKE_BINARY_DIR}/whereofConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/whereofConfigVersion.cmake DESTINATION ${WHEREOF_PACKAGE} COMPONENT development)
file(RELATIVE_PATH WHEREOF_UP /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)  # from the file to the prefix, wherever that is
configure_file(scripts/whereof.pc.in ${CMAKE_BINARY_DIR}/whereof.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/whereof.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)

set(CPACK_GENERATOR DEB)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_ALL program library development)
set(WHEREOF_SONAME libwhereof${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME whereof)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${WHEREOF_SONAME})
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libwhereof-dev)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} upper)
  set(folder ${CMAKE_INSTALL_DATADIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
  install(FILES LICENSE RENAME copyright COMPONENT ${component} DESTINATION ${folder})
  install(FILES ${WHEREOF_GENERATED}/changelog.gz COMPONENT ${component} DESTINATION ${folder} OPTIONAL)
endforeach()
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${WHEREOF_SONAME} (= ${PROJECT_VERSION})")
file(WRITE ${WHEREOF_GENERATED}/triggers "activate-noawait ldconfig\n")
file(WRITE ${WHEREOF_GENERATED}/shlibs "libwhereof ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR} ${WHEREOF_SONAME} (>= ${PROJECT_VERSION})\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${WHEREOF_GENERATED}/triggers ${WHEREOF_GENERATED}/shlibs)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "whereof reads articles and the references they cite, and says of every\ncitation whether the work exists, is what the article says it is, and still\nstands. It searches claims by keyword, shows what they rest on, and exports\nreference lists.")
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "whereof for other programs: the shared library")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "whereof for other programs: header, CMake and pkg-config files")
set(CPACK_PACKAGE_NAME whereof)
set(CPACK_PACKAGE_CONTACT "the whereof authors <whereof@whereof.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "says of each citation whether it exists, is described rightly, and stands")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Opened by name, so not among the libraries that are linked.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libcurl4 (>= 7.85), libarchive13")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_DEPENDS "libarchive13")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS "ca-certificates, poppler-utils")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS "pandoc, citation-style-language-styles")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS "poppler-utils")
include(CPack)
