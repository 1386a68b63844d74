// Words and runs that guesses begin with. Of a password made of them and little else nothing is left.
#pragma once

#include <string_view>

namespace laoyou::accounts {

inline constexpr std::string_view k_common_words[] = {
    "password", "passwd", "passw0rd", "p@ssw0rd", "p@ssword", "welcome", "letmein", "administrator", "admin", "monkey", "dragon", "iloveyou", "woaini", "sunshine",
    "princess", "football", "baseball", "superman", "batman",  "master",  "shadow",  "login",  "hello",    "secret", "changeme", "default",
    "guest",    "root",     "test",     "user",     "china",   "beijing", "shanghai", "liuzhou", "karamay", "laoyou", "mima",   "nihao"};

/// Neighbours on a keyboard and in the alphabet; each also counts backwards.
inline constexpr std::string_view k_runs[] = {"abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "!@#$%^&*()"};

}  // namespace laoyou::accounts
