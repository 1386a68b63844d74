#pragma once

#include <string>

#include "engines/draw/bundle.h"

namespace laoyou::draw {

/// The bundle as a page for people: what was drawn, for whom it can be read without a script, and a plain script that repeats the draw.
std::string page_of(const Bundle& bundle);

}  // namespace laoyou::draw
