// Every sentence a refusal can say stands once, in messages.csv (code, zh, en); server, command line and screens all take it from here.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace laoyou {

/// The language of an answer.
enum class Language { zh, en };

/// The sentence of `code` with its gaps {0} {1} ... filled; the code itself when messages.csv has no such row (a test forbids that).
std::string message(std::string_view code, const std::vector<std::string>& words, Language language);

/// message() of a refusal, without its place.
std::string message(const Refusal& refusal, Language language);

/// True when messages.csv has a row for the code.
bool has_message(std::string_view code);

}  // namespace laoyou
