#include <algorithm>
#include <boost/json.hpp>
#include <charconv>

#include "base/digits.h"
#include "base/shown_text.h"
#include "collection/desk.h"

namespace laoyou::collection {
namespace {

using store::Comparison;
using store::Condition;

constexpr std::int64_t k_rows_max = 500;

/// One reading of a query's texts.
class QueryReader {
 public:
  QueryReader(const Desk& desk, Date today) : desk_(desk), today_(today), query_{.scope = desk.acting.scope} {}

  CheckedResult<ListQuery> read(const record::Fields& fields) {
    for (const auto& [name, text] : fields) take(name, text);
    refuse_backwards();
    if (!with_ended_ && !desk_.collection.ends.empty())
      query_.filter.holds({{desk_.collection.ends}, Comparison::absent_or_greater, {Cell(today_.text())}});
    // In an order that the index of words gives them in: by place, all that are found would have to be read for one page. The last entered first, since
    // those who have left are among the oldest.
    if (searched_ && query_.sort.empty()) {
      query_.sort = "id";
      query_.order = store::Order::falling;
    }
    if (!mark_.empty()) read_mark();
    if (!refusals_.empty()) return refusals_;
    return std::move(query_);
  }

 private:
  void refuse_at(const std::string& name, Refusal refusal) { refusals_.push_back(at("/" + name, std::move(refusal))); }

  void take_flag(const std::string& name, const std::string& text, bool& flag) {
    if (text != "true" && text != "false") return refuse_at(name, refuse("bool.malformed", {text}));
    flag = text == "true";
  }

  void take(const std::string& name, const std::string& text) {
    if (name == "sort") return take_sort(text);
    if (name == "after") return static_cast<void>(mark_ = text);
    if (name == "rows") return take_rows(text);
    if (name == "count") return take_flag(name, text, query_.counted);
    if (name == "with_ended") return take_flag(name, text, with_ended_);
    if (name == "as_of") return take_day(text);
    if (name == "format" || name == "reason" || name == "id") return;  // of an export; of a path
    if (name == "search") return take_search(text);
    if (text.empty()) return;
    if (take_tail(name, text)) return;
    if (take_bound(name, text, "_from", Comparison::at_least) || take_bound(name, text, "_to", Comparison::at_most)) return;
    const Field* field = asked_field(name);
    if (field != nullptr) take_field(*field, text);
  }

  /// A field the caller may ask by; refused by name when there is none or lists show it masked.
  const Field* asked_field(const std::string& name) {
    const Field* field = desk_.collection.find(name);
    if (field == nullptr || withheld(desk_.collection, *field)) {
      std::vector<std::string> known;
      for (const Field& each : desk_.collection.fields)
        if (!withheld(desk_.collection, each)) known.push_back(each.name);
      refuse_at(name, record::unknown_field(name, known));
      return nullptr;
    }
    if (desk_.hides(*field)) {
      refuse_at(name, refuse("records.not_yours_to_ask", {field->entry->zh}));
      return nullptr;
    }
    if (field->codec->read_text == nullptr) {
      refuse_at(name, refuse("records.not_a_filter", {field->entry->zh}));
      return nullptr;
    }
    return field;
  }

  bool take_bound(const std::string& name, const std::string& text, std::string_view ending, Comparison comparison) {
    if (!name.ends_with(ending) || desk_.collection.find(name) != nullptr) return false;
    const Field* field = asked_field(name.substr(0, name.size() - ending.size()));
    if (field == nullptr) return true;
    if (field->sealed) {
      refuse_at(name, refuse("records.not_a_filter", {field->entry->zh}));
      return true;
    }
    const auto cell = cell_of(*field, name, text);
    if (!cell) return true;
    query_.filter.holds({{field->name}, comparison, {*cell}});
    Range& range = ranges_[field->name];
    (comparison == Comparison::at_least ? range.from : range.to) = Bound{*cell, text};
    return true;
  }

  /// Nothing lies in a range whose ends are exchanged, and an empty list would say that there is nothing.
  void refuse_backwards() {
    for (const auto& [name, range] : ranges_)
      if (range.from && range.to && range.from->cell > range.to->cell) refuse_at(name + "_from", refuse("records.range_backwards", {range.from->text, range.to->text}));
  }

  bool take_tail(const std::string& name, const std::string& text) {
    const auto& tailed = desk_.collection.table.tailed;
    const auto found = std::find_if(tailed.begin(), tailed.end(), [&](const std::string& each) { return store::tail_name(each) == name; });
    if (found == tailed.end()) return false;
    const Field* field = desk_.collection.find(*found);
    if (desk_.hides(*field)) {
      refuse_at(name, refuse("records.not_yours_to_ask", {field->entry->zh}));
      return true;
    }
    std::string tail = half_width(text);
    std::transform(tail.begin(), tail.end(), tail.begin(), [](char c) { return c == 'x' ? 'X' : c; });
    const bool whole = tail.size() == store::k_tail_length && std::all_of(tail.begin(), tail.end(), [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
    if (!whole) refuse_at(name, refuse("records.tail_malformed", {text}));
    if (whole) query_.filter.holds({{*found}, Comparison::tail, {Cell(tail)}});
    return true;
  }

  std::optional<Cell> cell_of(const Field& field, const std::string& name, const std::string& text) {
    Result<Cell> cell = field.codec->read_text(text);
    if (cell) return std::move(*cell);
    refuse_at(name, cell.error());
    return std::nullopt;
  }

  void take_field(const Field& field, const std::string& text) {
    if (text == word_for_empty(field)) return static_cast<void>(query_.filter.holds({{field.name}, Comparison::absent, {}}));
    const auto cell = cell_of(field, field.name, text);
    if (!cell) return;
    if (field.codec->kind == "region") return take_region(field, RegionCode::parse(text).value());
    const bool part = field.codec->kind == "text" && !field.sealed;
    query_.filter.holds({{field.name}, part ? Comparison::contains : Comparison::equal, {*cell}});
  }

  /// A place means what lies within.
  void take_region(const Field& field, RegionCode region) {
    // Nothing lies in a place that is not there, and an empty list would not say so.
    if (region.level() != RegionLevel::country)
      if (const auto found = desk_.services.find_region(region.text(), RegionCode()); !found) return refuse_at(field.name, refuse(found.error().code, found.error().words));
    if (field.name == "region" && !desk_.acting.scope.contains(region)) return refuse_at(field.name, refuse("scope.outside", {region.text()}));
    if (field.name == "region") return static_cast<void>(query_.scope = store::Scope::of_account(region).owned_by(desk_.acting.scope.owner()));
    constexpr std::int64_t k_codes = 1'000'000'000'000;
    query_.filter.holds({{field.name}, Comparison::at_least, {Cell(region.text())}});
    const std::int64_t end = region.end_number();
    query_.filter.holds({{field.name}, Comparison::less, {Cell(end < k_codes ? RegionCode::from_number(end).text() : std::string(":"))}});
  }

  void take_search(const std::string& text) {
    if (text.empty()) return;
    const auto& searched = desk_.collection.table.searched;
    if (searched.empty()) return refuse_at("search", refuse("records.not_searched"));
    for (const std::string& name : searched)
      if (desk_.hides(*desk_.collection.find(name))) return refuse_at("search", refuse("records.not_yours_to_ask", {desk_.collection.find(name)->entry->zh}));
    query_.filter.found(text);
    searched_ = true;
  }

  void take_sort(const std::string& text) {
    const bool falling = text.starts_with("-");
    const Field* field = asked_field(falling ? text.substr(1) : text);
    if (field == nullptr) return;
    if (field->sealed) return refuse_at("sort", refuse("records.not_a_filter", {field->entry->zh}));
    query_.sort = field->name;
    query_.order = falling ? store::Order::falling : store::Order::rising;
  }

  void take_rows(const std::string& text) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), query_.rows);
    if (error != std::errc() || end != text.data() + text.size() || query_.rows < 1 || query_.rows > k_rows_max)
      refuse_at("rows", refuse("records.rows_out_of_range", {"1", std::to_string(k_rows_max)}));
  }

  void take_day(const std::string& text) {
    const Result<Date> day = Date::parse(text);
    if (!day) return refuse_at("as_of", day.error());
    today_ = *day;
    query_.filter.as_of(*day);
  }

  /// "=value~id" with the value as a query's text, "-~id" for none, "*~id" where the value is not said.
  void read_mark() {
    const std::size_t wave = mark_.rfind('~');
    store::PageStart start;
    const char* last = mark_.data() + mark_.size();
    const bool placed = wave != std::string::npos && std::from_chars(mark_.data() + wave + 1, last, start.id).ptr == last;
    const std::string name = query_.sort.empty() ? "region" : query_.sort;
    const std::string text = placed ? mark_.substr(0, wave) : "";
    if (desk_.collection.find(name)->masked) {
      if (text != "*") return refuse_at("after", refuse("records.page_unknown"));
      query_.after_row = start.id;
      return;
    }
    const Result<Cell> value = text == "-" ? Result<Cell>(Cell()) : desk_.collection.find(name)->codec->read_text(text.empty() ? text : text.substr(1));
    if (!placed || text.empty() || !value) return refuse_at("after", refuse("records.page_unknown"));
    start.value = *value;
    query_.after = std::move(start);
  }

  const Desk& desk_;
  Date today_;
  ListQuery query_;
  struct Bound {
    Cell cell;
    std::string text;
  };
  struct Range {
    std::optional<Bound> from, to;
  };
  std::map<std::string, Range> ranges_;
  std::string mark_;
  bool with_ended_ = false, searched_ = false;
  Refusals refusals_;
};

}  // namespace

CheckedResult<ListQuery> read_list_query(const Desk& desk, const record::Fields& fields, Date today) { return QueryReader(desk, today).read(fields); }

std::string_view word_for_empty(const Field& field) {
  const auto& choices = field.codec->choices;
  const bool taken = std::any_of(choices.begin(), choices.end(), [](const record::Choice& choice) { return choice.value == "none"; });
  return taken ? "empty" : "none";
}

std::string page_mark(const Collection& collection, const ListQuery& query, const Cells& last) {
  const std::size_t position = collection.position(query.sort.empty() ? "region" : query.sort);
  const std::string id = std::to_string(std::get<std::int64_t>(last[collection.position("id")]));
  // A mark stands in addresses, where a value that lists mask has no place.
  if (collection.fields[position].masked) return "*~" + id;
  if (std::holds_alternative<std::monostate>(last[position])) return "-~" + id;
  std::string text;
  collection.fields[position].codec->write_json(text, last[position]);
  if (text.front() == '"') text = boost::json::parse(text).get_string().c_str();
  return "=" + text + "~" + id;
}

}  // namespace laoyou::collection
