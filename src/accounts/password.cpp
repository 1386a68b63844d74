#include "accounts/password.h"

#include <sodium.h>

#include <algorithm>
#include <new>

#include "base/check.h"

namespace laoyou::accounts {
namespace {

constexpr std::size_t k_characters_min = 10;
constexpr std::size_t k_bytes_max = 128;

void prepare() { CHECK(sodium_init() >= 0); }

/// Characters, not bytes: the bytes that continue a character in UTF-8 begin with the bits 10.
std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

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

}  // namespace

Result<void> check_password_rules(std::string_view password, std::string_view sign_in_name) {
  const bool weak = character_count(password) < k_characters_min || password.size() > k_bytes_max || password == sign_in_name || kinds_of_characters(password) < 2;
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

bool verify_password(const std::string& hash, std::string_view password) {
  prepare();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace laoyou::accounts
