// The yardstick: Boost.Beast answering thirteen bytes of text, and nothing else. No limits, no deadlines, no routes, no log.
#pragma once

#include <cstdint>

namespace laoyou::bench {

/// Serves on 127.0.0.1 with one thread until the process is ended; writes the port to `ready` as soon as it listens.
void run_raw_server(int ready);

}  // namespace laoyou::bench
