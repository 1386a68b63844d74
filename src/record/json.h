// JSON both ways.
#pragma once

#include "record/json_read.h"   // IWYU pragma: export
#include "record/json_write.h"  // IWYU pragma: export
