#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "base/utf8.h"
#include "record/sheet_xlsx.h"
#include "record/sheet_xlsx_text.h"

namespace laoyou::record {
namespace {

constexpr lxw_color_t k_locked_colour = 0xF2F2F2;  // what cannot be typed over looks so
constexpr double k_column_width = 18;  // characters: fits a twelve-digit code and most names

/// A file in memory: personal data never touches a disk on its way into a workbook.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("laoyou-sheet", MFD_CLOEXEC)) {
    if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { ::close(descriptor_); }

  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  std::string bytes() const {
    std::string content;
    char block[65536];
    while (true) {
      const ssize_t got = ::pread(descriptor_, block, sizeof block, static_cast<off_t>(content.size()));
      if (got < 0) throw std::system_error(errno, std::generic_category(), "reading a sheet in memory");
      if (got == 0) return content;
      content.append(block, static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw std::runtime_error(std::string("writing .xlsx: ") + lxw_strerror(error));
}

void write_header(lxw_worksheet* sheet, lxw_format* bold, const std::vector<SheetColumn>& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    require(worksheet_write_string(sheet, 0, column, columns[i].label.c_str(), bold));
    if (!columns[i].note.empty()) require(worksheet_write_comment(sheet, 0, column, columns[i].note.c_str()));
  }
}

/// ECMA-376 part 1, 18.3.1.32: a list within the cells' own rule has at most so many characters; a longer one stands on a sheet.
constexpr std::size_t k_list_characters_max = 255;
constexpr const char* k_choices_sheet = "选项";

std::size_t characters(const std::vector<std::string>& texts) {
  std::size_t count = texts.size();
  for (const std::string& text : texts) count += character_count(text);
  return count;
}

/// A comma would part what is one choice.
bool fits_in_cell_rule(const std::vector<std::string>& choices) {
  return characters(choices) <= k_list_characters_max && std::none_of(choices.begin(), choices.end(), [](const std::string& choice) { return choice.find(',') != std::string::npos; });
}

/// Offers each column's choices in its cells. Long lists stand on a hidden sheet, one column each.
class ChoiceLists {
 public:
  ChoiceLists(lxw_workbook* book, lxw_worksheet* sheet) : book_(book), sheet_(sheet) {}

  void offer(lxw_col_t column, const SheetColumn& from) {
    lxw_data_validation rule{};
    rule.error_type = from.others ? LXW_VALIDATION_ERROR_TYPE_WARNING : LXW_VALIDATION_ERROR_TYPE_STOP;
    rule.ignore_blank = LXW_VALIDATION_ON;
    std::vector<char*> texts;
    std::string range;
    if (fits_in_cell_rule(from.choices)) {
      for (const std::string& choice : from.choices) texts.push_back(const_cast<char*>(choice.c_str()));  // read alone, though the library does not say so
      texts.push_back(nullptr);
      rule.validate = LXW_VALIDATION_TYPE_LIST;
      rule.value_list = texts.data();
    } else {
      range = on_sheet(from.choices);
      rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule.value_formula = range.data();
    }
    require(worksheet_data_validation_range(sheet_, 1, column, k_sheet_rows_max, column, &rule));
  }

 private:
  /// Where the list stands: "=选项!$B$1:$B$300".
  std::string on_sheet(const std::vector<std::string>& choices) {
    if (lists_ == nullptr) {
      lists_ = workbook_add_worksheet(book_, k_choices_sheet);
      worksheet_hide(lists_);
    }
    for (std::size_t i = 0; i < choices.size(); ++i)
      require(worksheet_write_string(lists_, static_cast<lxw_row_t>(i), next_, xlsx::escaped(choices[i]).c_str(), nullptr));
    char column[LXW_MAX_COL_NAME_LENGTH];
    lxw_col_to_name(column, next_++, LXW_TRUE);
    return std::string("=") + k_choices_sheet + "!" + column + "$1:" + column + "$" + std::to_string(choices.size());
  }

  lxw_workbook* book_;
  lxw_worksheet* sheet_;
  lxw_worksheet* lists_ = nullptr;
  lxw_col_t next_ = 0;
};

/// Heads and locked columns stay as they are; columns can be made wider, rows taken in and out.
void guard_heads(lxw_worksheet* sheet) {
  lxw_protection open{};
  open.format_cells = open.format_columns = open.format_rows = open.insert_rows = open.delete_rows = open.sort = open.autofilter = 1;
  worksheet_protect(sheet, nullptr, &open);
}

}  // namespace

std::string write_xlsx_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows, SheetGuard guard) {
  const MemoryFile file;
  std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> owned(workbook_new(file.path().c_str()), &lxw_workbook_free);
  lxw_workbook* book = owned.get();
  if (book == nullptr) throw std::runtime_error("writing .xlsx: out of memory");
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* text = workbook_add_format(book);
  format_set_num_format(text, "@");  // text: codes keep their leading zeros, dates stay as typed
  format_set_unlocked(text);
  lxw_format* locked = workbook_add_format(book);
  format_set_num_format(locked, "@");
  format_set_bg_color(locked, k_locked_colour);
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  const auto format_of = [&](std::size_t column) { return guard == SheetGuard::heads && column < columns.size() && columns[column].locked ? locked : text; };
  ChoiceLists lists(book, sheet);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    worksheet_set_column(sheet, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), k_column_width, format_of(i));
    if (!columns[i].choices.empty()) lists.offer(static_cast<lxw_col_t>(i), columns[i]);
  }
  write_header(sheet, bold, columns);
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      if (!rows[r][c].empty())
        require(worksheet_write_string(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), xlsx::escaped(rows[r][c]).c_str(), format_of(c)));
  if (guard == SheetGuard::heads) guard_heads(sheet);
  require(workbook_close(owned.release()));  // frees the book, whether it could be written or not
  return file.bytes();
}

}  // namespace laoyou::record
