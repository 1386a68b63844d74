#include "record/generators_test.h"

#include <rapidcheck.h>

#include "record/row_columns.h"

namespace laoyou::record::example {
namespace {

Date any_day() { return Date::from_days(*rc::gen::inRange(-700'000, 2'900'000)); }
Care any_care() { return *rc::gen::element(Care::nursery, Care::nursing_home); }
RegionCode any_region() { return RegionCode::from_number(*rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000)); }
bool any_bool() { return *rc::gen::arbitrary<bool>(); }
std::int32_t any_count() { return *rc::gen::elementOf(std::vector<std::int32_t>{0, 1, -1, 100'000, 1'000'000, INT32_MAX, INT32_MIN}); }

/// Up to fifteen digits, what a JSON number carries exactly.
Decimal any_decimal() { return Decimal::from_millionths(*rc::gen::inRange<std::int64_t>(-999'999'999'999'999, 1'000'000'000'000'000)); }
Fen any_fen() { return Fen::create(*rc::gen::inRange<std::int64_t>(-Fen::k_limit, Fen::k_limit + 1)).value(); }

double any_double() {
  const double fraction = static_cast<double>(*rc::gen::arbitrary<std::int64_t>()) / 0x1p63;
  return fraction * *rc::gen::element(1.0, 180.0, 1e-9, 1e6, 1e25);
}

Period any_period() {
  return Period::parse(*rc::gen::element<std::string>("2025", "2025-H2", "2024-Q1", "2023-11", "2025-06-30")).value();
}

template <class Make>
auto any_list(Make make) {
  std::vector<decltype(make())> list;
  for (int left = *rc::gen::inRange(0, 4); left > 0; --left) list.push_back(make());
  return list;
}

template <class Make>
auto maybe(Make make) {
  return any_bool() ? std::optional(make()) : std::nullopt;
}

}  // namespace

std::string any_text() {
  std::string text;
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("a", "Z9", " ", "王", "柳州市", "𠮷", "\"", "\\", "/", "\n", "\t", "'", "=", "+", "-", "@", ",", "&lt;", "<b>", "&", "]]>", "_x0041_"));
  for (const std::string& piece : pieces) text += piece;
  return text;
}

std::string any_cell_text() {
  std::string text = any_text();
  std::erase(text, ';');  // separates the values of a list
  return std::string(trimmed("老" + text + "幼"));
}

Address any_address() { return {any_cell_text(), maybe(any_count), any_region()}; }

Institution any_institution() {
  Institution all = an_institution();
  all.id.number = *rc::gen::inRange<std::int64_t>(0, INT64_MAX);
  all.name = any_text();
  all.open = any_bool();
  all.beds = any_count();
  all.visits = *rc::gen::arbitrary<std::int64_t>();
  all.longitude = any_double();
  all.share = any_decimal();
  all.fee = any_fen();
  all.stay = Minutes::create(*rc::gen::inRange<std::int64_t>(-Minutes::k_limit, Minutes::k_limit)).value();
  all.seen = Instant{*rc::gen::inRange<std::int64_t>(-62'135'596'800'000, 253'402'243'200'000)};
  all.founded = any_day();
  all.period = any_period();
  all.region = any_region();
  all.care = any_care();
  all.closed = maybe(any_day);
  all.remark = maybe(any_text);
  all.tags = any_list(any_text);
  all.cares = any_list(any_care);
  all.address = any_address();
  all.branch = maybe(any_address);
  all.fees = any_list([] { return Fee{any_text(), any_fen(), maybe(any_period)}; });
  return all;
}

SheetRecord any_sheet_record() {
  SheetRecord row;
  row.name = any_cell_text();
  row.region = any_region();
  row.open = any_bool();
  row.beds = any_count();
  row.longitude = any_double();
  row.share = any_decimal();
  row.fee = any_fen();
  row.founded = any_day();
  row.period = any_period();
  row.care = any_care();
  row.closed = maybe(any_day);
  row.remark = maybe(any_cell_text);
  row.tags = any_list(any_cell_text);
  row.cares = any_list(any_care);
  row.address = any_address();
  row.branch = maybe(any_address);
  return row;
}

}  // namespace laoyou::record::example
