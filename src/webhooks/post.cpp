#include "webhooks/post.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <memory>
#include <mutex>

#include "base/check.h"
#include "webhooks/own_network.h"

namespace laoyou::webhooks {
namespace {

struct EndCurl {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// What the answer says is not asked for.
std::size_t leave(char*, std::size_t size, std::size_t count, void*) { return size * count; }

struct Door {
  bool own_network = false;
  bool turned_away = false;
};

curl_socket_t open_socket(void* given, curlsocktype, curl_sockaddr* address) {
  auto& door = *static_cast<Door*>(given);
  if (!door.own_network && in_own_network(address->addr)) {
    door.turned_away = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace

std::string post(const Post& what) {
  static std::once_flag begun;
  std::call_once(begun, [] { CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); });
  const std::unique_ptr<CURL, EndCurl> curl(curl_easy_init());
  CHECK(curl != nullptr);
  std::unique_ptr<curl_slist, EndCurl> headers;
  for (const std::string& header : what.headers) headers.reset(curl_slist_append(headers.release(), header.c_str()));
  Door door{what.own_network, false};
  curl_easy_setopt(curl.get(), CURLOPT_URL, what.url.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, what.own_network ? "http,https" : "https");
  curl_easy_setopt(curl.get(), CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  curl_easy_setopt(curl.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(curl.get(), CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl.get(), CURLOPT_OPENSOCKETDATA, &door);
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, what.body.data());
  curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(what.body.size()));
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, leave);
  curl_easy_setopt(curl.get(), CURLOPT_MAXFILESIZE, 1L << 20);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, static_cast<long>(what.patience.count()));
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  const CURLcode code = curl_easy_perform(curl.get());
  if (door.turned_away) return "the address lies in the own network";
  if (code != CURLE_OK) return curl_easy_strerror(code);
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  return status / 100 == 2 ? "" : "answered with " + std::to_string(status);
}

}  // namespace laoyou::webhooks
