// The web pages that are part of the program; the table is made by cmake/pages.mjs from what the web build leaves.
#pragma once

#include <span>

#include "http/static_files.h"

namespace laoyou::app {

/// Empty when the program was built without the web.
std::span<const http::StaticFile> pages();

}  // namespace laoyou::app
