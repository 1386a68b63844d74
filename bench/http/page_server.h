// Our own server with the page an official opens most: signed in by cookie, twenty rows of indicators as JSON.
#pragma once

namespace laoyou::bench {

/// Serves on 127.0.0.1 with one thread until SIGTERM; writes the port to `ready` as soon as it listens. Requests are logged to /dev/null.
void run_page_server(int ready);

}  // namespace laoyou::bench
