#include "funds/payment_file.h"

#include <algorithm>
#include <set>

#include "record/sheet.h"

namespace laoyou::funds {
namespace {

using plan::BankColumn;
using plan::BankField;
using plan::BankFormat;

std::string cell(const BankColumn& column, const PaymentFileHead& head, const PaymentLine& line, std::size_t serial) {
  switch (column.field) {
    case BankField::serial: return std::to_string(serial);
    case BankField::reference: return line.reference;
    case BankField::account_name: return line.account_name;
    case BankField::account_number: return line.account_number;
    case BankField::bank_name: return line.bank_name;
    case BankField::amount_yuan: return line.amount.yuan_text();
    case BankField::amount_fen: return std::to_string(line.amount.count());
    case BankField::period: return head.period.text();
    case BankField::purpose: return head.purpose;
    case BankField::constant: return column.value.value_or("");
    case BankField::result:
    case BankField::reason: break;
  }
  return {};
}

bool is_number(BankField field) { return field == BankField::serial || field == BankField::amount_yuan || field == BankField::amount_fen; }

std::string padded(const BankColumn& column, const std::string& text) {
  const auto width = static_cast<std::size_t>(column.width.value_or(0));
  const std::string fill(width - text.size(), is_number(column.field) ? '0' : ' ');
  return is_number(column.field) ? fill + text : text + fill;
}

CheckedResult<std::string> fixed_width(const std::vector<BankColumn>& columns, const PaymentFileHead& head, const std::vector<PaymentLine>& lines) {
  std::string file;
  Refusals refusals;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const BankColumn& column : columns) {
      const std::string text = cell(column, head, lines[i], i + 1);
      if (text.size() > static_cast<std::size_t>(column.width.value_or(0)))
        refusals.push_back(refuse("funds.too_wide", {lines[i].reference, column.heading}));
      else
        file += padded(column, text);
    }
    file += "\r\n";
  }
  if (!refusals.empty()) return refusals;
  return file;
}

/// The column of the sheet under that heading, or nothing.
std::optional<std::size_t> heading_position(const record::Sheet& sheet, const std::string& heading) {
  const auto found = std::find_if(sheet.header.begin(), sheet.header.end(), [&](const record::SheetCell& cell) { return cell.text == heading; });
  return found == sheet.header.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - sheet.header.begin()));
}

/// Lines of fixed width as the rows of a sheet with the layout's headings.
record::Sheet sheet_of_fixed(const std::vector<BankColumn>& columns, std::string_view bytes) {
  record::Sheet sheet;
  for (const BankColumn& column : columns) sheet.header.push_back({column.heading, 1, column.position});
  int number = 0;
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size());
    std::string_view line = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    record::SheetRow row;
    std::size_t at = 0;
    for (const BankColumn& column : columns) {
      const auto width = static_cast<std::size_t>(column.width.value_or(0));
      std::string text(at < line.size() ? line.substr(at, width) : std::string_view());
      text.erase(text.find_last_not_of(' ') + 1);
      row.push_back({std::move(text), number, static_cast<int>(at) + 1});
      at += width;
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

struct AnswerColumns {
  std::size_t reference = 0, result = 0;
  std::optional<std::size_t> reason;
  std::string paid_word;
};

CheckedResult<AnswerColumns> answer_columns(const std::vector<BankColumn>& columns, const record::Sheet& sheet) {
  AnswerColumns found;
  Refusals refusals;
  for (const BankColumn& column : columns) {
    const auto position = heading_position(sheet, column.heading);
    if (column.field == BankField::reason) found.reason = position;
    if (column.field != BankField::reference && column.field != BankField::result) continue;
    if (!position)
      refusals.push_back(at("1:1", refuse("funds.answer_column_missing", {column.heading})));
    else
      (column.field == BankField::reference ? found.reference : found.result) = *position;
    if (column.field == BankField::result) found.paid_word = column.value.value_or("");
  }
  if (!refusals.empty()) return refusals;
  return found;
}

}  // namespace

std::vector<BankColumn> layout_columns(const std::vector<BankColumn>& all, const std::string& layout) {
  std::vector<BankColumn> columns;
  for (const BankColumn& column : all)
    if (column.layout == layout) columns.push_back(column);
  std::sort(columns.begin(), columns.end(), [](const BankColumn& left, const BankColumn& right) { return left.position < right.position; });
  return columns;
}

CheckedResult<std::string> payment_file(const std::vector<BankColumn>& columns, const PaymentFileHead& head, const std::vector<PaymentLine>& lines) {
  const BankFormat format = columns.empty() ? BankFormat::csv : columns.front().format;
  if (format == BankFormat::fixed) return fixed_width(columns, head, lines);
  std::vector<record::SheetColumn> headings;
  for (const BankColumn& column : columns) headings.push_back({column.heading, ""});
  std::vector<std::vector<std::string>> rows;
  rows.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<std::string>& row = rows.emplace_back();
    for (const BankColumn& column : columns) row.push_back(cell(column, head, lines[i], i + 1));
  }
  return record::write_sheet(headings, rows, format == BankFormat::csv ? record::SheetFormat::csv : record::SheetFormat::xlsx);
}

std::string_view file_ending(BankFormat format) { return format == BankFormat::csv ? "csv" : format == BankFormat::xlsx ? "xlsx" : "txt"; }

CheckedResult<std::vector<BankAnswer>> read_bank_answer(const std::vector<BankColumn>& columns, std::string_view bytes) {
  const BankFormat format = columns.empty() ? BankFormat::csv : columns.front().format;
  record::Sheet sheet;
  if (format == BankFormat::fixed) {
    sheet = sheet_of_fixed(columns, bytes);
  } else {
    Result<record::Sheet> read = record::read_sheet(bytes, format == BankFormat::csv ? record::SheetFormat::csv : record::SheetFormat::xlsx);
    if (!read) return Refusals{read.error()};
    sheet = std::move(*read);
  }
  const auto positions = answer_columns(columns, sheet);
  if (!positions) return positions.error();
  std::vector<BankAnswer> answers;
  std::set<std::string> seen;
  Refusals refusals;
  for (const record::SheetRow& row : sheet.rows) {
    const auto text = [&](std::size_t position) { return position < row.size() ? row[position].text : std::string(); };
    const std::string reference = text(positions->reference), place = sheet.place(row.front().line, row.front().column);
    if (reference.empty()) refusals.push_back(at(place, refuse("funds.answer_without_reference")));
    if (!reference.empty() && !seen.insert(reference).second) refusals.push_back(at(place, refuse("funds.answer_repeated", {reference})));
    const bool paid = text(positions->result) == positions->paid_word;
    answers.push_back({reference, paid, paid || !positions->reason ? std::string() : text(*positions->reason)});
  }
  if (!refusals.empty()) return refusals;
  return answers;
}

}  // namespace laoyou::funds
