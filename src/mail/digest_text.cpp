#include "mail/digest_text.h"

#include "base/messages.h"
#include "notices/inbox_answer.h"

namespace laoyou::mail {
namespace {

std::string said(std::string_view code, std::vector<std::string> words) { return message(code, words, Language::zh); }

void add_line(std::string& body, std::string_view code, std::int64_t count) {
  if (count > 0) body += "  " + said(code, {std::to_string(count)}) + "\n";
}

}  // namespace

DigestText digest_text(const notices::InboxCounts& counts, const std::vector<std::pair<std::string, std::int64_t>>& kinds, Date day, const std::string& address_of_pages) {
  DigestText text;
  text.subject = said("mail.subject", {std::to_string(counts.open), day.text()});
  text.body = said("mail.greeting", {std::to_string(counts.open), day.text()}) + "\n\n";
  add_line(text.body, "mail.urgent", counts.urgent);
  add_line(text.body, "mail.overdue", counts.overdue);
  add_line(text.body, "mail.today", counts.today);
  add_line(text.body, "mail.later", counts.later);
  add_line(text.body, "mail.message", counts.message);
  text.body += "\n" + said("mail.kinds", {}) + "\n";
  for (const auto& [kind, count] : kinds) text.body += "  " + notices::kind_name(kind, Language::zh) + "  " + std::to_string(count) + "\n";
  text.body += "\n" + (address_of_pages.empty() ? said("mail.where", {}) : said("mail.where_at", {address_of_pages + "/inbox"})) + "\n" + said("mail.end", {}) + "\n";
  return text;
}

}  // namespace laoyou::mail
