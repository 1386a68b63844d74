// Sending one message through a mail server (RFC 5321, RFC 8314) by libcurl.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace laoyou::mail {

struct SmtpServer {
  std::string url;     ///< "smtps://mail.example.cn:465" (TLS at once) or "smtp://mail.example.cn:587" (STARTTLS)
  std::string from;    ///< the sender's address
  std::string user;    ///< empty: without signing in
  std::string secret;
  bool plain = false;  ///< smtp:// without TLS: for a server on this machine alone
  std::string authority_file;  ///< certificates to trust besides the system's; empty: none
  std::chrono::seconds patience{30};
};

struct Message {
  std::string to;
  std::string subject;  ///< UTF-8, one line
  std::string body;     ///< UTF-8, plain text
  std::string id;       ///< unique: "digest-17@…"; the same message sent twice has the same
  std::string date;     ///< RFC 5322
};

enum class Sending {
  taken,    ///< the server has taken it over
  later,    ///< it is away, or asks to come again
  refused,  ///< this message will never be taken
};

struct SendingOutcome {
  Sending sending = Sending::later;
  std::string detail;  ///< empty when taken
};

/// An address as servers take it: one "@", a name with a dot behind it, no sign that could end a header or a command. At most 254 bytes.
bool is_mail_address(std::string_view text);

/// Headers and body as they travel: base64, lines of 76 characters.
std::string message_text(const SmtpServer& server, const Message& message);

/// Waits for the server, at most `patience`. Never without TLS unless `plain`.
SendingOutcome send(const SmtpServer& server, const Message& message);

}  // namespace laoyou::mail
