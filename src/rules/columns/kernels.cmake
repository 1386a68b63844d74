# The loops of the column evaluator, once for each set of instructions; kernels.cpp chooses when the program starts.
foreach(level 2 3 4)
  set(flags -O3)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    list(APPEND flags -march=x86-64-v${level} -mprefer-vector-width=512)
  endif()
  set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/kernels_v${level}.cpp PROPERTIES COMPILE_OPTIONS "${flags}" SKIP_PRECOMPILE_HEADERS ON)
endforeach()
# Loops over words of masks: short, but many.
set_source_files_properties(${CMAKE_CURRENT_LIST_DIR}/run_masks.cpp ${CMAKE_CURRENT_LIST_DIR}/run_columns.cpp
  ${CMAKE_CURRENT_LIST_DIR}/totals_worker.cpp ${CMAKE_CURRENT_LIST_DIR}/groups.cpp PROPERTIES COMPILE_OPTIONS -O3 SKIP_PRECOMPILE_HEADERS ON)
