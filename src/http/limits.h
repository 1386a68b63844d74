// How much one client may take of the server: bytes, connections and time. All can be set; the defaults suit a town.
#pragma once

#include <chrono>
#include <cstddef>

namespace laoyou::http {

/// Limits of a server.
struct Limits {
  using Time = std::chrono::milliseconds;

  std::size_t connections = 4096;          ///< open at once; a further one gets the place of a stranger who has been silent for longest, or 503
  std::size_t connections_of_address = 512;  ///< of these by strangers at one address that is not this machine's
  std::size_t connections_of_account = 64;   ///< of these by one account; a further one ends with its answer
  std::size_t connections_kept = 32;       ///< of these kept for this machine
  std::size_t header_bytes = 16 * 1024;    ///< request line and fields together; beyond: 431
  std::size_t target_bytes = 8 * 1024;     ///< path and query; beyond: 414
  std::size_t heavy_waiting = 64;          ///< heavy requests waiting for a processor; beyond: 503
  std::size_t waiting_threads = 8;         ///< for requests that read and write the store; more than it has connections for reading
  std::size_t waiting_requests = 256;      ///< such requests under way at once: so many changes share a flush
  std::size_t waiting_waiting = 1024;      ///< further ones in the queue behind them; beyond: 503
  std::size_t bodies_bytes = 160u << 20;   ///< of all bodies being received or worked on together; beyond: 503
  Time idle_time{60'000};                  ///< between two requests of a connection, and before its first byte
  Time header_time{10'000};                ///< from the first byte of a request to the end of its fields; beyond: 408
  Time request_time{30'000};               ///< from the first byte to the end of the body; beyond: 408 ...
  std::size_t receiving_bytes_s = 256 * 1024;  ///< ... prolonged for a large body by what it needs at this rate
  Time answering_time{30'000};             ///< a waiting handler's; beyond: 503
  Time writing_time{30'000};               ///< for each writing_bytes of an answer; a reader slower than that is let go
  std::size_t writing_bytes = 256 * 1024;
  Time lingering_time{2'000};              ///< how long a refused sender may go on sending before the line is cut
  Time draining_time{15'000};              ///< from the wish to stop to cutting what still runs
  Time heartbeat_time{15'000};             ///< between two signs of life on a silent event stream
  Time stream_time{900'000};               ///< an event stream's whole life; the client reconnects and is authenticated anew
  Time sweep_time{250};                    ///< how often deadlines are looked at, and so how exact they are
};

}  // namespace laoyou::http
