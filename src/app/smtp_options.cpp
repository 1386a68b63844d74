#include "app/smtp_options.h"

#include <fstream>

#include "base/shown_text.h"

namespace laoyou::app {

std::vector<std::string> smtp_option_names() { return {"smtp-url", "smtp-from", "smtp-user", "smtp-secret", "smtp-authority"}; }

Result<std::optional<mail::SmtpServer>> smtp_options(const Options& options) {
  if (!options.has("smtp-url")) return std::optional<mail::SmtpServer>();
  mail::SmtpServer server;
  server.url = *options.value("smtp-url");
  // On this machine a mail server may go without TLS; over a network never.
  server.plain = server.url.starts_with("smtp://127.0.0.1") || server.url.starts_with("smtp://localhost");
  if (!server.url.starts_with("smtp://") && !server.url.starts_with("smtps://")) return refuse("mail.malformed_url", {server.url});
  if (!options.has("smtp-from")) return refuse("option.missing_value", {"smtp-from"});
  server.from = *options.value("smtp-from");
  if (!mail::is_mail_address(server.from)) return refuse("mail.malformed_address");
  server.user = options.value("smtp-user").value_or("");
  server.authority_file = options.value("smtp-authority").value_or("");
  if (const auto file = options.value("smtp-secret")) {
    std::ifstream in(*file);
    std::string secret;
    if (!std::getline(in, secret)) return refuse("mail.no_secret", {*file});
    server.secret = trimmed(secret);
  }
  return std::optional(server);
}

}  // namespace laoyou::app
