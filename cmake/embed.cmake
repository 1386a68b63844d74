# embed(TARGET NAME FILE): the bytes of FILE become part of TARGET, to be read through LAOYOU_EMBEDDED(NAME) of base/embedded.h.
function(embed target name file)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${name}.S)
  file(CONFIGURE OUTPUT ${source} CONTENT
"    .section .rodata
    .balign 16
    .globl laoyou_embedded_${name}_begin
laoyou_embedded_${name}_begin:
    .incbin \"${file}\"
    .globl laoyou_embedded_${name}_end
laoyou_embedded_${name}_end:
    .byte 0
    .section .note.GNU-stack,\"\",@progbits
" @ONLY)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${file})
  target_sources(${target} PRIVATE ${source})
endfunction()
