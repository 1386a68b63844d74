// What a name is found by: its letters without regard to width and case, its pinyin, and the initials of its pinyin.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace laoyou::record {

/// The words by which these texts are found, each with a space before it: a text from each of its characters on, its pinyin from each syllable on,
/// and the initials from each on. 王小明 gives " 王小明 小明 明 wangxiaoming xiaoming ming wxm xm m". Written by ICU (NFKC, lower case, Han-Latin).
std::string search_text(const std::vector<std::string>& texts);

/// What to look for in search_text() for words a person typed: each must begin one of the words above ("小明" finds 王小明, "wxm" too).
std::vector<std::string> search_words(std::string_view typed);

}  // namespace laoyou::record
