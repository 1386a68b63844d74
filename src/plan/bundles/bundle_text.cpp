#include "plan/bundles/bundle_text.h"

#include <boost/json.hpp>
#include <sodium.h>

#include "base/check.h"
#include "record/json_read.h"
#include "record/json_write.h"
#include "store/digest.h"

namespace laoyou::plan {
namespace {

constexpr std::string_view k_signature = "signature ";

std::string hex(const unsigned char* bytes, std::size_t count) {
  std::string text(count * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, count);
  text.pop_back();
  return text;
}

template <std::size_t Count>
bool read_hex(std::string_view text, std::array<unsigned char, Count>& bytes) {
  std::size_t read = 0;
  return text.size() == Count * 2 && sodium_hex2bin(bytes.data(), Count, text.data(), text.size(), nullptr, &read, nullptr) == 0 && read == Count;
}

template <class T>
void add_line(std::string& text, const T& record) {
  record::write_json(text, record, record::View{true});
  text += '\n';
}

template <class T>
std::optional<T> read_line(std::string_view line) {
  boost::system::error_code malformed;
  const boost::json::value json = boost::json::parse(line, malformed);
  if (malformed) return std::nullopt;
  const CheckedResult<T> read = record::from_json<T>(json);
  return read ? std::optional(*read) : std::nullopt;
}

/// The text up to the signature, and the signature; nothing where the last line is none.
std::optional<std::pair<std::string_view, std::string_view>> split_line(std::string_view text) {
  if (!text.ends_with('\n')) return std::nullopt;
  const std::size_t start = text.substr(0, text.size() - 1).rfind('\n') + 1;
  std::string_view last = text.substr(start, text.size() - start - 1);
  if (!last.starts_with(k_signature)) return std::nullopt;
  last.remove_prefix(k_signature.size());
  return std::pair(text.substr(0, start), last);
}

bool is_signed_by(std::string_view text, std::string_view signature, std::string_view public_key) {
  std::array<unsigned char, crypto_sign_BYTES> signed_bytes;
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> key;
  return read_hex(signature, signed_bytes) && read_hex(public_key, key) &&
         crypto_sign_verify_detached(signed_bytes.data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), key.data()) == 0;
}

}  // namespace

BundleKey new_bundle_key() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open;
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
  crypto_sign_keypair(open.data(), secret.data());
  return {{}, RegionCode(), hex(open.data(), open.size()), hex(secret.data(), secret.size())};
}

std::string bundle_text(Bundle bundle, const BundleKey& key) {
  bundle.head.values = static_cast<std::int64_t>(bundle.values.size());
  bundle.head.public_key = key.public_key;
  std::string text;
  add_line(text, bundle.head);
  for (const BundleValue& value : bundle.values) add_line(text, value);
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret;
  CHECK(read_hex(key.secret_key, secret));
  std::array<unsigned char, crypto_sign_BYTES> signature;
  crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(), secret.data());
  return text + std::string(k_signature) + hex(signature.data(), signature.size()) + "\n";
}

Result<Bundle> read_bundle(std::string_view text) {
  const auto parts = split_line(text);
  if (!parts) return refuse("bundles.cut");
  auto [lines, signature] = *parts;
  const std::string_view whole = lines;
  Bundle bundle;
  for (bool first = true; !lines.empty(); first = false) {
    const std::string_view line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(line.size() + 1);
    const auto head = first ? read_line<BundleHead>(line) : std::nullopt;
    if (first && !head) return refuse("bundles.unreadable");
    if (first) {
      bundle.head = *head;
      if (!is_signed_by(whole, signature, head->public_key)) return refuse("bundles.altered");
      continue;
    }
    const auto value = read_line<BundleValue>(line);
    if (!value) return refuse("bundles.unreadable");
    bundle.values.push_back(*value);
  }
  if (whole.empty() || bundle.head.format != 1 || bundle.head.values != static_cast<std::int64_t>(bundle.values.size())) return refuse("bundles.unreadable");
  return bundle;
}

std::string bundle_hash(std::string_view text) { return store::Digest(store::DigestAlgorithm::sha256).bytes(text).finish(); }

}  // namespace laoyou::plan
