// One message to another system over HTTP, by libcurl.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace laoyou::webhooks {

struct Post {
  std::string url;
  std::vector<std::string> headers;  ///< "Name: value"
  std::string body;
  bool own_network = false;  ///< also addresses of the own network, and http://
  std::chrono::seconds patience{10};
};

/// Empty when it was answered with 2xx; otherwise why not. Follows no redirection, asks no proxy and reads no more of the answer than its status. The address is
/// looked at when it is called, so that a name that leads elsewhere by then is refused too.
std::string post(const Post& what);

}  // namespace laoyou::webhooks
