#include "assessments/signature.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "base/check.h"
#include "base/shown_text.h"
#include "record/json_read.h"
#include "record/json_write.h"

namespace laoyou::assessments {
namespace {

constexpr std::size_t k_signatures_max = 8, k_strokes_bytes_max = 20'000, k_name_bytes_max = 60, k_points_min = 2;
constexpr int k_width = 1000, k_height = 400;

/// Takes a number of the range from the front of `text`.
bool take(std::string_view& text, int last) {
  int value = -1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || value < 0 || value > last) return false;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return true;
}

bool take(std::string_view& text, char sign) {
  if (text.empty() || text.front() != sign) return false;
  text.remove_prefix(1);
  return true;
}

/// Whether these are lines on the board; a lone point is no signature.
bool drawn(std::string_view strokes) {
  if (strokes.size() > k_strokes_bytes_max) return false;
  for (std::size_t points = 1;; ++points) {
    if (!take(strokes, k_width) || !take(strokes, ',') || !take(strokes, k_height)) return false;
    if (strokes.empty()) return points >= k_points_min;
    if (!take(strokes, ' ') && !take(strokes, '|')) return false;
  }
}

void check_name(const Signature& signature, const std::vector<std::string>& assessors, const std::string& place, Refusals& refusals) {
  const auto is_named = [&](const std::string& assessor) { return trimmed(assessor) == trimmed(signature.name); };
  if (trimmed(signature.name).empty() || signature.name.size() > k_name_bytes_max)
    refusals.push_back(at(place, refuse("assessments.signer_unnamed")));
  else if (signature.signed_as == SignedAs::assessor && std::none_of(assessors.begin(), assessors.end(), is_named))
    refusals.push_back(at(place, refuse("assessments.signer_unknown", {signature.name})));
}

}  // namespace

Refusals check_signatures(const std::vector<Signature>& signatures, const std::vector<std::string>& assessors) {
  Refusals refusals;
  if (signatures.size() > k_signatures_max) return {at("/signatures", refuse("assessments.signatures_many", {std::to_string(k_signatures_max)}))};
  for (std::size_t i = 0; i < signatures.size(); ++i) {
    const std::string place = "/signatures/" + std::to_string(i);
    check_name(signatures[i], assessors, place + "/name", refusals);
    if (!drawn(signatures[i].strokes)) refusals.push_back(at(place + "/strokes", refuse("assessments.signature_wrong")));
  }
  return refusals;
}

std::optional<std::string> signatures_text(const std::vector<Signature>& signatures) {
  if (signatures.empty()) return std::nullopt;
  return record::to_json(signatures);
}

std::vector<Signature> signatures_of(const std::optional<std::string>& text) {
  std::vector<Signature> signatures;
  if (!text) return signatures;
  Refusals refusals;
  record::read_json(boost::json::parse(*text), signatures, "", refusals);
  CHECK(refusals.empty());
  return signatures;
}

}  // namespace laoyou::assessments
