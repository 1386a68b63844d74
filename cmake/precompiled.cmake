# What nearly every file includes, parsed once: two precompiled headers, one for the program and one with the test libraries. They hold only
# headers of the standard library and of other libraries, so that a change in a room never builds everything anew; every file still names
# what it uses. Without them (the fuzz preset) everything builds as well, more slowly.
set(program_headers <algorithm> <array> <atomic> <charconv> <chrono> <cstdint> <deque> <filesystem> <fstream> <functional> <iostream> <limits> <map>
  <memory> <mutex> <numeric> <optional> <set> <span> <sstream> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <boost/describe.hpp> <boost/json.hpp> <boost/mp11.hpp> <boost/system/result.hpp>)

# The same for every target: a precompiled header is taken only where macros and options agree.
add_compile_definitions(BOOST_CONTAINER_DYN_LINK BOOST_CONTAINER_NO_LIB BOOST_JSON_DYN_LINK BOOST_JSON_NO_LIB)

# Tests run once after each build: what they test is compiled for speed, they themselves are not.
set(test_options -O1)

set(test_headers <gmock/gmock.h> <gtest/gtest.h> <rapidcheck.h> <rapidcheck/gtest.h>)

# precompiled(TARGET [TESTS] [HEADER file]): TARGET is built with the precompiled header, with that of the test libraries where told; with HEADER with one of its
# own that holds this file of src as well, for tests that nearly all begin with it.
function(precompiled target)
  cmake_parse_arguments(ARG "TESTS" "HEADER" "" ${ARGN})
  if(LAOYOU_FUZZ)
    return()
  endif()
  if(ARG_HEADER)
    target_compile_options(${target} PRIVATE ${test_options})
    target_compile_definitions(${target} PRIVATE GTEST_HAS_PTHREAD=1)
    target_precompile_headers(${target} PRIVATE ${program_headers} ${test_headers} ${CMAKE_SOURCE_DIR}/src/${ARG_HEADER})
  elseif(ARG_TESTS)
    target_compile_options(${target} PRIVATE ${test_options})
    target_precompile_headers(${target} REUSE_FROM laoyou_precompiled_tests)
  else()
    target_precompile_headers(${target} REUSE_FROM laoyou_precompiled)
  endif()
endfunction()

if(NOT LAOYOU_FUZZ)
  # The compiler's own cache knows what a precompiled header holds only when it is told with each file.
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
  add_library(laoyou_precompiled OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_precompile_headers(laoyou_precompiled PRIVATE ${program_headers})
  add_library(laoyou_precompiled_tests OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
  target_compile_options(laoyou_precompiled_tests PRIVATE ${test_options})
  target_compile_definitions(laoyou_precompiled_tests PRIVATE GTEST_HAS_PTHREAD=1)
  target_precompile_headers(laoyou_precompiled_tests PRIVATE ${program_headers} ${test_headers})
endif()
