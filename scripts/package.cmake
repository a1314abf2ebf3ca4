# SPDX-License-Identifier: MIT
# What is installed, and the Debian package made of it: scripts/dev package. The manual page and the completions are written by
# the binary that was just built.
include(GNUInstallDirs)

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
add_custom_target(generated DEPENDS ${generated} ${WHEREOF_GENERATED}/whereof.1.gz)

install(TARGETS whereof RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${WHEREOF_GENERATED}/whereof.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 OPTIONAL)
install(FILES ${WHEREOF_GENERATED}/whereof.bash RENAME whereof OPTIONAL
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${WHEREOF_GENERATED}/whereof.zsh RENAME _whereof OPTIONAL
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${WHEREOF_GENERATED}/whereof.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d OPTIONAL)
install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/whereof)
install(FILES corpus/MANIFEST.tsv README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/whereof)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME whereof)
set(CPACK_PACKAGE_CONTACT "the whereof authors <whereof@whereof.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "says of each citation whether it exists, is described rightly, and stands")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Opened by name, so not among the libraries that are linked.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libcurl4 (>= 7.85), libarchive13")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ca-certificates, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "pandoc, citation-style-language-styles")
include(CPack)
