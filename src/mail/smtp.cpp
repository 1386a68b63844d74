#include "mail/smtp.h"

#include <curl/curl.h>
#include <openssl/evp.h>

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/check.h"
#include "base/utf8.h"

namespace laoyou::mail {
namespace {

std::string base64(std::string_view text) {
  std::string out(4 * ((text.size() + 2) / 3) + 1, '\0');
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string lines_of(std::string_view text) {
  constexpr std::size_t k_line = 76;
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += k_line) lines.append(text.substr(at, k_line)).append("\r\n");
  return lines;
}

/// RFC 2047: an encoded word holds at most 75 characters, and whole UTF-8 characters.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t k_bytes = 42;
  std::string words;
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(beginning(text, k_bytes).size(), 1);
    if (!words.empty()) words += "\r\n ";
    words += "=?UTF-8?B?" + base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return words;
}

struct Upload {
  std::string_view rest;
};

std::size_t read_upload(char* buffer, std::size_t size, std::size_t count, void* given) {
  auto& upload = *static_cast<Upload*>(given);
  const std::size_t taken = std::min(size * count, upload.rest.size());
  std::copy_n(upload.rest.data(), taken, buffer);
  upload.rest.remove_prefix(taken);
  return taken;
}

struct EndCurl {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// 5yz is for good (RFC 5321, 4.2.1), but a server that does not know us, or wants another sign-in, is ours to mend: the message waits.
SendingOutcome outcome_of(CURL* curl, CURLcode code) {
  if (code == CURLE_OK) return {Sending::taken, ""};
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  std::string detail = curl_easy_strerror(code);
  if (status != 0) detail += " (" + std::to_string(status) + ")";
  const bool of_message = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
  return {of_message && status >= 550 && status <= 554 ? Sending::refused : Sending::later, std::move(detail)};
}

void set_server(CURL* curl, const SmtpServer& server) {
  curl_easy_setopt(curl, CURLOPT_URL, server.url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_USE_SSL, server.plain ? CURLUSESSL_NONE : CURLUSESSL_ALL);
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  if (!server.authority_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server.authority_file.c_str());
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, static_cast<long>(server.patience.count()));
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  if (server.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, server.secret.c_str());
}

}  // namespace

bool is_mail_address(std::string_view text) {
  constexpr std::size_t k_bytes_max = 254;
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos || at == 0 || at > 64 || text.size() > k_bytes_max || text.find('@', at + 1) != std::string_view::npos) return false;
  const std::string_view host = text.substr(at + 1);
  if (host.find('.') == std::string_view::npos || host.front() == '.' || host.back() == '.' || host.find("..") != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("@._%+-").find(c) != std::string_view::npos;
  });
}

std::string message_text(const SmtpServer& server, const Message& message) {
  CHECK(is_mail_address(message.to) && message.subject.find_first_of("\r\n") == std::string::npos);
  return "Date: " + message.date + "\r\nFrom: <" + server.from + ">\r\nTo: <" + message.to + ">\r\nSubject: " + encoded_words(message.subject) + "\r\nMessage-ID: <" +
         message.id + ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
         lines_of(base64(message.body));
}

SendingOutcome send(const SmtpServer& server, const Message& message) {
  static std::once_flag begun;
  std::call_once(begun, [] { CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK); });
  const std::unique_ptr<CURL, EndCurl> curl(curl_easy_init());
  CHECK(curl != nullptr);
  const std::string text = message_text(server, message), from = "<" + server.from + ">", to = "<" + message.to + ">";
  Upload upload{text};
  const std::unique_ptr<curl_slist, EndCurl> recipients(curl_slist_append(nullptr, to.c_str()));
  set_server(curl.get(), server);
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, read_upload);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, &upload);
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  return outcome_of(curl.get(), curl_easy_perform(curl.get()));
}

}  // namespace laoyou::mail
