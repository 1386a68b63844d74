#include "http/answer_head.h"

#include "base/date.h"
#include "http/problem.h"

namespace laoyou::http {

namespace {

void field(std::string& out, std::string_view name, std::string_view value) {
  out += name;
  out += ": ";
  out += value;
  out += "\r\n";
}

/// The date of this second; written once a second for each thread.
std::string_view cached_date(Instant now) {
  thread_local std::int64_t second = -1;
  thread_local std::string text;
  if (now.milliseconds / 1000 != second) {
    second = now.milliseconds / 1000;
    text = http_date(now);
  }
  return text;
}

std::string_view cache_control(const Answer& answer) {
  switch (answer.storing) {
    case Storing::revalidated: return "private, no-cache";
    case Storing::immutable: return "public, max-age=31536000, immutable";
    case Storing::never: break;
  }
  return "no-store";
}

/// Pages may load only what comes from here. Style attributes are allowed because the chart library writes them into its tooltips; they
/// cannot run anything. Everything that is not a page may do nothing at all; a script, which may be a worker, may ask here.
void write_content_policy(std::string& out, const Answer& answer, std::string_view image_sources) {
  if (!answer.content_type.starts_with("text/html")) {
    const bool script = answer.content_type.starts_with("text/javascript");
    out += script ? "Content-Security-Policy: default-src 'none'; connect-src 'self'; frame-ancestors 'none'\r\n" : "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n";
    return;
  }
  out += "Content-Security-Policy: default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:";
  if (!image_sources.empty()) {
    out += ' ';
    out += image_sources;
  }
  out += "; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'\r\n";
}

void write_connection(std::string& out, const HeadFacts& facts) {
  if (!facts.keep_alive) {
    out += "Connection: close\r\n";
  } else if (facts.http_1_0) {
    out += "Connection: keep-alive\r\n";
  }
}

void write_content_fields(std::string& out, const Answer& answer) {
  if (answer.status != 204 && answer.status != 304) {
    field(out, "Content-Type", answer.content_type);
    if (!answer.events) field(out, "Content-Length", std::to_string(answer.bytes().size()));
    if (answer.gzipped) out += "Content-Encoding: gzip\r\n";
  }
  if (!answer.etag.empty()) field(out, "ETag", answer.etag);
  if (answer.varies) out += "Vary: Accept-Encoding, Accept-Language\r\n";
  field(out, "Cache-Control", cache_control(answer));
}

}  // namespace

std::string http_date(Instant instant) {
  constexpr const char* k_days[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1970-01-01 was a Thursday
  constexpr const char* k_months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::int64_t seconds = instant.milliseconds / 1000;
  const auto days = static_cast<std::int32_t>(seconds / 86400);
  const int second = static_cast<int>(seconds % 86400);
  const Date date = Date::from_days(days);
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", k_days[days % 7], date.day(), k_months[date.month() - 1], date.year(),
                second / 3600, second / 60 % 60, second % 60);
  return text;
}

void write_head(std::string& out, const Answer& answer, const HeadFacts& facts) {
  out += "HTTP/1.1 ";
  out += std::to_string(answer.status);
  out += ' ';
  out += reason_phrase(answer.status);
  out += "\r\nServer: laoyou\r\n";
  field(out, "Date", cached_date(facts.now));
  write_content_fields(out, answer);
  write_connection(out, facts);
  field(out, "X-Request-Id", facts.request_id);
  out += "X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCross-Origin-Resource-Policy: same-origin\r\n"
         "Cross-Origin-Opener-Policy: same-origin\r\nPermissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n";
  if (facts.secure) out += "Strict-Transport-Security: max-age=31536000\r\n";
  write_content_policy(out, answer, facts.image_sources);
  for (const auto& [name, value] : answer.headers) field(out, name, value);
  out += "\r\n";
}

}  // namespace laoyou::http
