#include "rules/sql/nesting.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace laoyou::rules {
namespace {

// What SQLite's grammar keeps open, by the words that to_sql writes.
constexpr int k_around = 14;       // the command itself and "with … as ( select …"
constexpr int k_call = 3;          // name ( distinct
constexpr int k_case = 2;          // case operand
constexpr int k_columns = 5;       // select distinct columns place, before the first or next one
constexpr int k_select = 3;        // the same where the columns are done
constexpr int k_operator = 2;      // operand operator

bool is_word(char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_' || letter == '.'; }

/// How tightly an operator binds; one that binds less closes those before it. Nothing for words that are none.
int binding(std::string_view word) {
  static const std::map<std::string, int, std::less<>> k_binding{{"or", 1}, {"and", 2}, {"not", 3}, {"=", 4}, {"<>", 4}, {"is", 4}, {"in", 4}, {"between", 4}, {"<", 5}, {">", 5}, {"<=", 5}, {">=", 5}, {"&", 6}, {">>", 6}, {"+", 7}, {"-", 7}, {"*", 8}, {"/", 8}, {"%", 8}, {"||", 9}};
  const auto found = k_binding.find(word);
  return found == k_binding.end() ? 0 : found->second;
}

/// What a part of a query holds open behind its words so far.
int behind(std::string_view word) {
  static const std::map<std::string, int, std::less<>> k_behind{{"when", 2}, {"then", 4}, {"else", 2}, {"from", 4}, {"join", 4}, {"on", 9}, {"where", 4}, {"by", 6}, {"limit", 7}, {"filter", 5}};
  const auto found = k_behind.find(word);
  return found == k_behind.end() ? -1 : found->second;
}

class Nesting {
 public:
  int of(std::string_view query) {
    frames_.push_back({k_around, 0, {}, false});
    for (std::size_t at = 0; at < query.size();) at = take(query, at);
    return deepest_;
  }

 private:
  /// Between a parenthesis and its end, or case and end.
  struct Frame {
    int base, words;
    std::vector<int> operators;  ///< not yet closed, by how tightly they bind
    bool between;                ///< the next "and" belongs to a between
    int held() const { return base + words + k_operator * static_cast<int>(operators.size()); }
  };

  std::size_t take(std::string_view query, std::size_t at) {
    const char letter = query[at];
    if (letter == '\'' || letter == '"') return query.find(letter, at + 1) + 1;  // a doubled quote is the next quoted part
    if (letter == ' ' || letter == '\n') return at + 1;
    if (letter == '(') return open(at > 0 && is_word(query[at - 1]) ? k_call : 1), at + 1;
    if (letter == ')') return close(), at + 1;
    if (letter == ',') return comma(), at + 1;
    std::size_t end = at + 1;
    if (is_word(letter))
      while (end < query.size() && is_word(query[end])) ++end;
    else
      while (end < query.size() && std::string_view("<>=|").find(query[end]) != std::string_view::npos) ++end;
    word(query.substr(at, end - at));
    return end;
  }

  void word(std::string_view text) {
    Frame& frame = frames_.back();
    if (text == "case") return open(k_case);
    if (text == "end") return close();
    if (text == "select") frame.words = k_columns;
    if (const int held = behind(text); held >= 0) {
      frame.operators.clear();
      frame.words = (frame.base == k_case ? 0 : text == "filter" ? 0 : k_select) + held;
    }
    if (const int tight = binding(text); tight > 0) take_operator(frame, text, tight);
    deepest_ = std::max(deepest_, held_ + frame.held());
  }

  static void take_operator(Frame& frame, std::string_view text, int tight) {
    const bool second_half = text == "and" && frame.between;
    if (text == "between") frame.between = true;
    if (second_half) {
      frame.between = false;
      tight = 4;
      std::erase_if(frame.operators, [](int other) { return other > 4; });
    } else {
      std::erase_if(frame.operators, [&](int other) { return other >= tight; });
    }
    frame.operators.push_back(tight);
  }

  void comma() {
    Frame& frame = frames_.back();
    frame.operators.clear();
    if (frame.words == 0) frame.words = 2;  // list ,
  }
  void open(int base) {
    held_ += frames_.back().held();
    frames_.push_back({base, 0, {}, false});
    deepest_ = std::max(deepest_, held_ + frames_.back().held());
  }
  void close() {
    if (frames_.size() == 1) return;
    frames_.pop_back();
    held_ -= frames_.back().held();
  }

  std::vector<Frame> frames_;
  int held_ = 0, deepest_ = 0;
};

}  // namespace

int sql_nesting(std::string_view query) { return Nesting().of(query); }

}  // namespace laoyou::rules
