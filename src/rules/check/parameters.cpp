#include "rules/check/parameters.h"

#include <algorithm>

#include "base/check.h"
#include "base/region_code.h"
#include "base/utf8.h"
#include "rules/check/expression_checker.h"
#include "rules/text/parse.h"
#include "rules/check/plan_literal.h"
#include "rules/ranges/range_list.h"
#include "rules/schema/type_words.h"

namespace laoyou::rules {
namespace {

/// A table's key "mild, moderate" as its pieces, each with its place.
std::vector<SourceText> key_pieces(const SourceText& key) {
  std::vector<SourceText> pieces;
  const auto cut = [&](std::size_t begin, std::size_t end) {
    while (begin < end && key.text[begin] == ' ') ++begin;
    SourceText piece = key;
    piece.text = key.text.substr(begin, end - begin);
    piece.column += static_cast<int>(character_count(std::string_view(key.text).substr(0, begin)));
    pieces.push_back(std::move(piece));
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < key.text.size(); ++i)
    for (const std::string_view comma : {",", "，", "、"})
      if (key.text.compare(i, comma.size(), comma) == 0) {
        cut(begin, i);
        begin = i + comma.size();
      }
  cut(begin, key.text.size());
  return pieces;
}

/// Reads one parameter.
class ParameterReader {
 public:
  ParameterReader(BookDraft& draft, const ParameterSource& source) : draft_(draft), source_(source), literals_(draft.schema, draft.report) {}

  DraftParameter read() {
    DraftParameter made;
    Parameter& parameter = made.parameter;
    parameter.key = source_.key;
    parameter.name = source_.name;
    parameter.layer = source_.layer;
    parameter.source = source_.source;
    parameter.place = source_.place.place(0);
    parameter.example = source_.example;
    bool good = check_dates();
    good = check_shape() && good;
    good = parse_all() && good;
    if (!good || !read_keys(parameter) || !read_values(parameter) || !fill(parameter)) return made;
    for (const DatedValue& value : parameter.values) {
      for (const DatedValue::Row& row : value.rows) made.bound = std::max(made.bound, std::abs(row.value));
      if (value.otherwise) made.bound = std::max(made.bound, std::abs(*value.otherwise));
    }
    made.known = true;
    return made;
  }

 private:
  /// One piece of a table's key, or the whole of a plain value.
  struct Row {
    std::size_t version = 0;
    bool otherwise = false;
    SourceText key;
    ParsedRange range;
    PlanLiteral value;
    ValueRange keys;
    std::int64_t number = 0;
  };

  bool check_dates() {
    if (source_.values.empty()) {
      draft_.report.add(source_.place, 0, "rules.parameter_empty", {source_.key});
      return false;
    }
    bool good = true;
    for (std::size_t i = 1; i < source_.values.size(); ++i) {
      const DatedValueSource &earlier = source_.values[i - 1], &later = source_.values[i];
      if (earlier.from < later.from) continue;
      draft_.report.add(later.place, 0, "rules.parameter_dates", {source_.key, later.from.text(), earlier.from.text()});
      good = false;
    }
    return good;
  }

  bool check_shape() {
    bool plain = false;
    for (const DatedValueSource& value : source_.values)
      for (const auto& [key, figure] : value.rows) {
        const bool own = key.text.empty();
        if (table_ || plain) {
          if (own == plain && !(own && value.rows.size() > 1)) continue;
          draft_.report.add(own ? figure : key, 0, "rules.parameter_shape", {source_.key});
          return false;
        }
        (own ? plain : table_) = true;
      }
    if (plain || table_) return true;
    draft_.report.add(source_.place, 0, "rules.parameter_empty", {source_.key});
    return false;
  }

  bool parse_all() {
    bool good = true;
    for (std::size_t version = 0; version < source_.values.size(); ++version)
      for (const auto& [key, figure] : source_.values[version].rows) {
        const auto value = parse(figure);
        if (!value) draft_.report.add(value.error());
        good = good && value;
        const PlanLiteral literal{&figure, value ? *value : nullptr};
        if (!table_ || key.text == "else" || key.text == "否则") {
          rows_.push_back({version, table_, key, {}, literal, {}, 0});
          continue;
        }
        for (SourceText& piece : key_pieces(key)) {
          const auto range = parse_range(piece);
          if (!range) draft_.report.add(range.error());
          good = good && range;
          rows_.push_back({version, false, std::move(piece), range ? *range : ParsedRange{}, literal, {}, 0});
        }
      }
    return good;
  }

  bool read_keys(Parameter& parameter) {
    if (!table_) return true;
    std::vector<PlanLiteral> ends;
    for (const Row& row : rows_) {
      ends.push_back({&row.key, row.range.low});
      ends.push_back({&row.key, row.range.high});
    }
    Type type;
    const auto values = literals_.read(ends, type);
    if (!values) return false;
    parameter.key_type = type;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Row& row = rows_[i];
      row.keys = {(*values)[2 * i], (*values)[2 * i + 1]};
      if (row.otherwise) continue;
      if (row.range.low != row.range.high && !is_ordered(type.kind)) {
        draft_.report.add(row.key, 0, "rules.no_order", {type_words(draft_.schema, type), ".."});
        return false;
      }
      // A place as a key means everything within it.
      if (type.kind == Kind::region) row.keys.second = RegionCode::from_number(*row.keys.first).end_number() - 1;
      if (!is_empty(row.keys)) continue;
      draft_.report.add(row.key, 0, "rules.range_reversed", {row.key.text.substr(0, row.key.text.find("..")), row.key.text.substr(row.key.text.find("..") + 2)});
      return false;
    }
    return true;
  }

  bool read_values(Parameter& parameter) {
    std::vector<PlanLiteral> figures;
    for (const Row& row : rows_) figures.push_back(row.value);
    const auto values = literals_.read(figures, parameter.type);
    if (!values) return false;
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i].number = *(*values)[i];
    return true;
  }

  bool fill(Parameter& parameter) {
    for (std::size_t version = 0; version < source_.values.size(); ++version) {
      const DatedValueSource& from = source_.values[version];
      if (!parameter.values.empty()) parameter.values.back().until = from.from;
      DatedValue value{from.from, std::nullopt, {}, std::nullopt, from.rows.empty(), from.document};
      if (!fill_rows(version, value)) return false;
      parameter.values.push_back(std::move(value));
    }
    return true;
  }

  bool fill_rows(std::size_t version, DatedValue& value) {
    std::vector<const Row*> rows;
    for (const Row& row : rows_) {
      if (row.version != version) continue;
      if (row.otherwise) {
        if (value.otherwise) draft_.report.add(row.key, 0, "rules.table_overlap", {"else", "else"});
        value.otherwise = row.number;
        continue;
      }
      for (const Row* other : rows) {
        if (!overlap(row.keys, other->keys)) continue;
        draft_.report.add(row.key, 0, "rules.table_overlap", {row.key.text, other->key.text});
        return false;
      }
      rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(), [](const Row* left, const Row* right) {
      if (!left->keys.first || !right->keys.first) return !left->keys.first && right->keys.first.has_value();
      return *left->keys.first < *right->keys.first;
    });
    for (const Row* row : rows) value.rows.push_back({row->keys.first, row->keys.second, row->number});
    return true;
  }

  BookDraft& draft_;
  const ParameterSource& source_;
  PlanLiterals literals_;
  bool table_ = false;
  std::vector<Row> rows_;
};

}  // namespace

void check_parameters(BookDraft& draft) {
  for (const ParameterSource& source : draft.source.parameters) draft.parameters.push_back(ParameterReader(draft, source).read());
}

void check_first_days(BookDraft& draft) {
  if (!draft.source.from) return;
  for (const int position : draft.parameters_read) {
    const ParameterSource& source = draft.source.parameters[static_cast<std::size_t>(position)];
    if (source.values.empty() || source.values.front().from <= *draft.source.from) continue;
    draft.report.add(source.place, 0, "rules.parameter_without_value", {source.key, draft.source.from->text(), source.values.front().from.text()});
  }
}

}  // namespace laoyou::rules
