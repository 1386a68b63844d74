#include "accounts/password.h"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <new>
#include <optional>

#include "accounts/common_words.h"
#include "accounts/display_name.h"
#include "base/check.h"
#include "base/utf8.h"

namespace laoyou::accounts {
namespace {

constexpr std::size_t k_characters_min = 10;
constexpr std::size_t k_bytes_max = 128;
constexpr std::size_t k_characters_to_guess_min = 6;

void prepare() { CHECK(sodium_init() >= 0); }

int kinds_of_characters(std::string_view password) {
  bool letter = false, digit = false, other = false;
  for (char c : password) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    letter = letter || is_letter;
    digit = digit || is_digit;
    other = other || (!is_letter && !is_digit);
  }
  return letter + digit + other;
}

std::string lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return lower;
}

/// How many bytes from `from` on follow one of the runs, in either direction, or repeat themselves.
std::size_t run_length(std::string_view text, std::size_t from) {
  std::size_t longest = 1;
  while (from + longest < text.size() && text[from + longest] == text[from]) ++longest;
  for (const std::string_view forward : k_runs) {
    const std::string backward(forward.rbegin(), forward.rend());
    for (const std::string_view run : {forward, std::string_view(backward)}) {
      for (std::size_t begin = run.find(text[from]); begin != std::string_view::npos; begin = run.find(text[from], begin + 1)) {
        std::size_t length = 1;
        while (from + length < text.size() && begin + length < run.size() && text[from + length] == run[begin + length]) ++length;
        longest = std::max(longest, length);
      }
    }
  }
  return longest;
}

/// How many characters somebody would have to guess: common words, runs and repetitions count as one each, as do digits at the end, which
/// are a year or a counter more often than not.
std::size_t characters_to_guess(std::string_view password) {
  constexpr std::size_t k_run_min = 3;
  std::string text = lowered(password);
  while (text.size() > 1 && text.back() >= '0' && text.back() <= '9' && text[text.size() - 2] >= '0' && text[text.size() - 2] <= '9') text.pop_back();
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t length = run_length(text, at);
    if (length < k_run_min) length = 1;
    for (const std::string_view word : k_common_words)
      if (text.compare(at, word.size(), word) == 0) length = std::max(length, word.size());
    count += !continues_character(text[at]);
    at += length;
  }
  return count;
}

}  // namespace

Result<void> check_password_rules(std::string_view password, std::string_view sign_in_name) {
  const bool weak = character_count(password) < k_characters_min || password.size() > k_bytes_max || password == sign_in_name || kinds_of_characters(password) < 2 || has_hidden_sign(password) ||
                    characters_to_guess(password) < k_characters_to_guess_min;
  if (weak) return refuse("accounts.weak_password");
  return {};
}

std::string hash_password(std::string_view password, PasswordCost cost) {
  prepare();
  const bool least = cost == PasswordCost::least;
  char hash[crypto_pwhash_STRBYTES];
  const int failed = crypto_pwhash_str_alg(hash, password.data(), password.size(), least ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                           least ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) throw std::bad_alloc();
  return hash;
}

namespace {

/// "$argon2id$v=19$m=65536,t=2,p=1$salt$key", taken apart.
struct HashParts {
  unsigned long long operations = 0;
  std::size_t memory_bytes = 0;
  unsigned char salt[crypto_pwhash_SALTBYTES];
  unsigned char key[32];
};

bool take_number(std::string_view& text, std::string_view before, std::size_t& number) {
  if (!text.starts_with(before)) return false;
  text.remove_prefix(before.size());
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return failure == std::errc();
}

bool take_bytes(std::string_view text, unsigned char* bytes, std::size_t size) {
  std::size_t got = 0;
  return sodium_base642bin(bytes, size, text.data(), text.size(), nullptr, &got, nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) == 0 && got == size;
}

std::optional<HashParts> parts_of(std::string_view hash) {
  HashParts parts;
  std::size_t kibibytes = 0, operations = 0;
  if (!take_number(hash, "$argon2id$v=19$m=", kibibytes) || !take_number(hash, ",t=", operations) || !hash.starts_with(",p=1$")) return std::nullopt;
  hash.remove_prefix(5);
  const std::size_t middle = std::min(hash.find('$'), hash.size() - 1);
  if (!take_bytes(hash.substr(0, middle), parts.salt, sizeof parts.salt) || !take_bytes(hash.substr(middle + 1), parts.key, sizeof parts.key)) return std::nullopt;
  parts.operations = operations;
  parts.memory_bytes = kibibytes * 1024;
  return parts;
}

}  // namespace

/// crypto_pwhash_str_verify answers "wrong" also when it gets no memory, which would count against somebody who typed the right one; so the
/// key is derived here, where the two can be told apart.
bool verify_password(const std::string& hash, std::string_view password) {
  prepare();
  const std::optional<HashParts> parts = parts_of(hash);
  CHECK(parts.has_value());
  unsigned char key[sizeof parts->key];
  if (crypto_pwhash(key, sizeof key, password.data(), password.size(), parts->salt, parts->operations, parts->memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw std::bad_alloc();
  return sodium_memcmp(key, parts->key, sizeof key) == 0;
}

}  // namespace laoyou::accounts
