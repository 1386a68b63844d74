// Files that live inside the program: cmake/embed.cmake puts their bytes behind two symbols, LAOYOU_EMBEDDED makes them text.
#pragma once

#include <string_view>

/// Declares a function `name()` that gives the bytes of the embedded file of that name.
#define LAOYOU_EMBEDDED(name)                                                        \
  extern "C" const char laoyou_embedded_##name##_begin[], laoyou_embedded_##name##_end[]; \
  static std::string_view name() {                                                   \
    return {laoyou_embedded_##name##_begin,                                          \
            static_cast<std::size_t>(laoyou_embedded_##name##_end - laoyou_embedded_##name##_begin)}; \
  }
