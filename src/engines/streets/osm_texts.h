// Texts of OpenStreetMap objects that cannot be read safely.
#pragma once

#include <algorithm>
#include <osmium/io/error.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm/object.hpp>

namespace laoyou::streets {

/// libosmium keeps keys and values one after the other, each up to its NUL: a text that itself holds a NUL would be read past the end of the
/// object. Throws osmium::io_error for such a buffer.
inline void check_texts(const osmium::memory::Buffer& buffer) {
  for (const osmium::OSMObject& object : buffer.select<osmium::OSMObject>()) {
    const osmium::TagList& tags = object.tags();
    const unsigned char* const first = tags.data() + sizeof(osmium::TagList);
    const unsigned char* const last = tags.data() + tags.byte_size();
    if (first < last && (std::count(first, last, '\0') % 2 != 0 || last[-1] != '\0')) throw osmium::io_error("a text holds a NUL");
  }
}

}  // namespace laoyou::streets
