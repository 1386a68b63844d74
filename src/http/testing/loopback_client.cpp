#include "http/testing/loopback_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <system_error>

namespace laoyou::http {

namespace {

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  const auto lower = [](char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter; };
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), [&](char a, char b) { return lower(a) == lower(b); });
}

[[noreturn]] void fail(const char* what) { throw std::system_error(errno, std::generic_category(), what); }

ClientAnswer parse_head(std::string_view head) {
  ClientAnswer answer;
  if (head.size() > 12) std::from_chars(head.data() + 9, head.data() + 12, answer.status);
  std::size_t line = head.find("\r\n");
  while (line != std::string_view::npos && line + 2 < head.size()) {
    const std::size_t begin = line + 2;
    line = head.find("\r\n", begin);
    const std::string_view field = head.substr(begin, line - begin);
    const std::size_t colon = field.find(": ");
    if (colon == std::string_view::npos) continue;
    answer.headers.emplace_back(field.substr(0, colon), field.substr(colon + 2));
  }
  return answer;
}

}  // namespace

std::string_view ClientAnswer::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (equal_ignoring_case(key, name)) return value;
  }
  return {};
}

LoopbackClient::LoopbackClient(std::chrono::milliseconds patience) : descriptor_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  if (descriptor_ < 0) fail("socket");
  timeval wait{};
  wait.tv_sec = patience.count() / 1000;
  wait.tv_usec = patience.count() % 1000 * 1000;
  ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
}

LoopbackClient::LoopbackClient(std::uint16_t port, std::chrono::milliseconds patience) : LoopbackClient(patience) { connect(port); }

LoopbackClient LoopbackClient::unconnected(std::chrono::milliseconds patience) { return LoopbackClient(patience); }

void LoopbackClient::connect(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(descriptor_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) fail("connect");
}

LoopbackClient::LoopbackClient(LoopbackClient&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), buffer_(std::move(other.buffer_)) {}

LoopbackClient::~LoopbackClient() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool LoopbackClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool LoopbackClient::fill() {
  char bytes[16384];
  const ssize_t got = ::recv(descriptor_, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

std::optional<ClientAnswer> LoopbackClient::receive(Body body) {
  std::size_t head_end = 0;
  while ((head_end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return std::nullopt;
  }
  ClientAnswer answer = parse_head(std::string_view(buffer_).substr(0, head_end + 2));
  buffer_.erase(0, head_end + 4);
  const std::string_view length_text = answer.header("Content-Length");
  std::size_t length = 0;
  std::from_chars(length_text.data(), length_text.data() + length_text.size(), length);
  if (body == Body::none || answer.status == 304) length = 0;
  while (buffer_.size() < length) {
    if (!fill()) return std::nullopt;
  }
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, length);
  return answer;
}

std::string LoopbackClient::receive_until(std::string_view text) {
  std::size_t place = 0;
  while ((place = buffer_.find(text)) == std::string::npos) {
    if (!fill()) return std::exchange(buffer_, {});
  }
  std::string came = buffer_.substr(0, place + text.size());
  buffer_.erase(0, place + text.size());
  return came;
}

bool LoopbackClient::is_closed() {
  if (!buffer_.empty()) return false;
  char byte = 0;
  const ssize_t got = ::recv(descriptor_, &byte, 1, 0);
  if (got > 0) buffer_ += byte;
  return got == 0 || (got < 0 && errno == ECONNRESET);
}

std::optional<ClientAnswer> LoopbackClient::ask(std::string_view bytes) {
  send(bytes);
  return receive();
}

void LoopbackClient::end_sending() { ::shutdown(descriptor_, SHUT_WR); }

std::string request_text(const ClientRequest& request) {
  std::string text = request.method + " " + request.target + " HTTP/1.1\r\nHost: localhost\r\n";
  bool typed = false;
  for (const auto& [name, value] : request.headers) {
    text += name + ": " + value + "\r\n";
    typed = typed || equal_ignoring_case(name, "Content-Type");
  }
  if (!request.body.empty()) {
    if (!typed) text += "Content-Type: application/json\r\n";
    text += "Content-Length: " + std::to_string(request.body.size()) + "\r\n";
  }
  return text + "\r\n" + request.body;
}

ClientAnswer ask_once(std::uint16_t port, const ClientRequest& request) {
  LoopbackClient client(port);
  client.send(request_text(request));
  const auto body = request.method == "HEAD" ? LoopbackClient::Body::none : LoopbackClient::Body::expected;
  return client.receive(body).value_or(ClientAnswer{});
}

}  // namespace laoyou::http
