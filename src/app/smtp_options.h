// The mail server as the options of `serve` name it.
#pragma once

#include <optional>

#include "app/options.h"
#include "mail/smtp.h"

namespace laoyou::app {

/// --smtp-url and --smtp-from, with --smtp-user and --smtp-secret (a file) where the server wants a sign-in. Nothing where no --smtp-url is given.
/// Refused as "option.missing_value", "mail.malformed_address", "mail.malformed_url", "mail.no_secret" {file}.
Result<std::optional<mail::SmtpServer>> smtp_options(const Options& options);

/// Their names, all with a value.
std::vector<std::string> smtp_option_names();

}  // namespace laoyou::app
