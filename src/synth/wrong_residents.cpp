#include "synth/wrong_residents.h"

#include <algorithm>
#include <array>

namespace laoyou::synth {
namespace {

enum Column { at_region, at_name, at_number, at_born, at_sex, at_phone };
constexpr std::array<const char*, 6> k_headers = {"地区", "姓名", "公民身份号码", "出生日期", "性别", "电话"};
using ListRow = std::array<std::string, 6>;

std::string sex_text(registry::Sex sex) { return sex == registry::Sex::male ? "男" : "女"; }

ListRow row_of(const registry::Resident& resident) {
  return {resident.region.text(), resident.name, resident.id_number ? resident.id_number->text() : "", resident.born ? resident.born->text() : "",
          resident.sex ? sex_text(*resident.sex) : "", resident.phone.value_or("")};
}

/// What is wrong, where it is told, and how.
struct Fault {
  const char* name;
  Column column;
  const char* code;
  bool needs_number;  ///< contradicts the identity number, or is one
  void (*plant)(ListRow& row, const ListRow& last_right);
};

void wrong_check(ListRow& row, const ListRow&) { row[at_number].back() = row[at_number].back() == '1' ? '2' : '1'; }
void day_before(ListRow& row, const ListRow&) { row[at_born] = Date::parse(row[at_born]).value().plus_days(-1).text(); }
void other_sex(ListRow& row, const ListRow&) { row[at_sex] = row[at_sex] == "男" ? "女" : "男"; }
void no_such_day(ListRow& row, const ListRow&) { row[at_born] = row[at_born].substr(0, 5) + "02-30"; }
/// No province has the number 01.
void no_such_place(ListRow& row, const ListRow&) { row[at_region] = "019999999999"; }
void no_name(ListRow& row, const ListRow&) { row[at_name].clear(); }
void unknown_sex(ListRow& row, const ListRow&) { row[at_sex] = "甲"; }
/// Without the number, which would contradict the day as well.
void born_ahead(ListRow& row, const ListRow&) {
  row[at_number].clear();
  row[at_born] = "2099-01-01";
}
void born_long_ago(ListRow& row, const ListRow&) {
  row[at_number].clear();
  row[at_born] = "1853-01-01";
}
void repeated(ListRow& row, const ListRow& last_right) {
  for (const Column column : {at_number, at_born, at_sex}) row[column] = last_right[column];
}

constexpr Fault k_faults[] = {
    {"number_check_digit", at_number, "id_number.wrong_check", true, wrong_check},
    {"born_not_as_number", at_born, "records.not_as_id_number", true, day_before},
    {"sex_not_as_number", at_sex, "residents.sex_not_as_id_number", true, other_sex},
    {"no_such_day", at_born, "date.unknown_day", false, no_such_day},
    {"no_such_place", at_region, "readings.unknown_place", false, no_such_place},
    {"no_name", at_name, "json.missing_field", false, no_name},
    {"unknown_sex", at_sex, "enum.unknown", false, unknown_sex},
    {"born_ahead", at_born, "records.day_out_of_range", false, born_ahead},
    {"born_long_ago", at_born, "records.day_out_of_range", false, born_long_ago},
    {"number_repeated", at_number, "records.repeated_row", true, repeated},
};

void write_line(std::ostream& out, const ListRow& row) {
  for (std::size_t i = 0; i < row.size(); ++i) out << (i > 0 ? "," : "") << row[i];
  out << '\n';
}

/// Line and character of a cell, as refusals of a CSV sheet name it.
std::string place_of(std::int64_t line, const ListRow& row, Column column) {
  std::ptrdiff_t character = 1;
  for (int before = 0; before < column; ++before)
    character += 1 + std::count_if(row[static_cast<std::size_t>(before)].begin(), row[static_cast<std::size_t>(before)].end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
  return std::to_string(line) + ':' + std::to_string(character);
}

}  // namespace

WrongResidents::WrongResidents(std::ostream& list, std::ostream& truth, Decimal wrong_percent) : list_(list), truth_(truth), wrong_(wrong_percent) {
  ListRow headers;
  for (std::size_t i = 0; i < headers.size(); ++i) headers[i] = k_headers[i];
  write_line(list_, headers);
  truth_ << "line,place,header,fault,code,right\n";
}

void WrongResidents::take(const Records& records) {
  for (const Record& record : records)
    if (const auto* resident = std::get_if<registry::Resident>(&record); resident != nullptr && !resident->moved_out) take(*resident);
}

void WrongResidents::take(const registry::Resident& resident) {
  ++line_;
  ListRow row = row_of(resident);
  const bool complete = resident.born && resident.sex;
  // The first row has no right one before it to repeat.
  if (!complete || line_ == 2 || !wrong_.next()) {
    if (resident.id_number && complete) last_right_ = resident;
    return write_line(list_, row);
  }
  const Fault* fault = &k_faults[faults_++ % std::size(k_faults)];
  while (fault->needs_number && !resident.id_number) fault = fault + 1 == std::end(k_faults) ? std::begin(k_faults) : fault + 1;
  const std::string right = row[fault->column];
  fault->plant(row, row_of(last_right_));
  write_line(list_, row);
  truth_ << line_ << ',' << place_of(line_, row, fault->column) << ',' << k_headers[fault->column] << ',' << fault->name << ',' << fault->code << ',' << right << '\n';
}

}  // namespace laoyou::synth
