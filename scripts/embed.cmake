# SPDX-License-Identifier: MIT
# Packs data files into the binary: one .S that includes their bytes, and one table {name, sha256, begin, end} that
# base/embedded.cpp serves. Adding a file to one of the folders below is enough.
function(whereof_embed target)
  set(globs corpus/authority/*.jsonl corpus/journals/*.tsv corpus/words/*.txt corpus/words/*.tsv corpus/weights/* corpus/web/*
            schema/store/*.sql schema/authority/*.sql schema/http/*.sql schema/json/*.json)
  list(TRANSFORM globs PREPEND ${CMAKE_SOURCE_DIR}/)
  file(GLOB files CONFIGURE_DEPENDS ${globs})
  list(SORT files)
  set(asm ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(index 0)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH name ${CMAKE_SOURCE_DIR} ${file})
    file(SHA256 ${file} digest)
    string(APPEND asm ".balign 16\n.global whereof_embedded_${index}\nwhereof_embedded_${index}:\n.incbin \"${file}\"\n"
                      ".global whereof_embedded_${index}_end\nwhereof_embedded_${index}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char whereof_embedded_${index}[];\nextern \"C\" const char whereof_embedded_${index}_end[];\n")
    string(APPEND rows "    {\"${name}\", \"${digest}\", whereof_embedded_${index}, whereof_embedded_${index}_end},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND asm ".section .note.GNU-stack,\"\",@progbits\n")
  set(out ${CMAKE_BINARY_DIR}/embedded)
  file(CONFIGURE OUTPUT ${out}/embedded_data.S CONTENT "${asm}" @ONLY)
  file(CONFIGURE OUTPUT ${out}/embedded_table.inc CONTENT "${externs}const Row kRows[] = {\n${rows}    {nullptr, nullptr, nullptr, nullptr},\n};\n" @ONLY)
  set_property(DIRECTORY ${CMAKE_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${files})
  set_source_files_properties(${out}/embedded_data.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${out}/embedded_data.S)
  target_include_directories(${target} PRIVATE ${out})
endfunction()

# What of these files the build works out, so that no start of the program has to (scripts/pack_tables.cpp): journals under
# all their names, places of the parser's weights. The room `bib` reads them; the program that makes them is of those parts
# of the room that do not.
function(whereof_pack_tables)
  set(journals ${CMAKE_SOURCE_DIR}/corpus/journals/journals.tsv)
  set(weights ${CMAKE_SOURCE_DIR}/corpus/weights/parser.bin)
  set(out ${CMAKE_BINARY_DIR}/embedded)
  set(slots ${out}/journal_slots.bin)
  set(pilots ${out}/parser_pilots.bin)
  add_executable(pack_tables ${CMAKE_SOURCE_DIR}/scripts/pack_tables.cpp)
  target_link_libraries(pack_tables PRIVATE $<TARGET_FILE:whereof_bib> whereof_text whereof_flags PkgConfig::libxxhash PkgConfig::fmt)
  add_dependencies(pack_tables whereof_bib)
  add_custom_command(OUTPUT ${slots} ${pilots} COMMAND pack_tables ${journals} ${slots} ${weights} ${pilots}
                     DEPENDS pack_tables ${journals} ${weights} VERBATIM)
  set(asm ".section .rodata\n")
  foreach(name IN ITEMS journal_slots parser_pilots)
    string(APPEND asm ".balign 16\n.global whereof_${name}\nwhereof_${name}:\n.incbin \"${out}/${name}.bin\"\n"
                      ".global whereof_${name}_end\nwhereof_${name}_end:\n")
  endforeach()
  string(APPEND asm ".section .note.GNU-stack,\"\",@progbits\n")
  file(CONFIGURE OUTPUT ${out}/packed_tables.S CONTENT "${asm}" @ONLY)
  set_source_files_properties(${out}/packed_tables.S PROPERTIES OBJECT_DEPENDS "${slots};${pilots}")
  add_library(whereof_packed_tables STATIC ${out}/packed_tables.S)
  target_link_libraries(whereof_bib INTERFACE whereof_packed_tables)
endfunction()
