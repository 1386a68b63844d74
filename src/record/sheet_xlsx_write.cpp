#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <memory>
#include <stdexcept>
#include <system_error>

#include "record/sheet_xlsx.h"
#include "record/sheet_xlsx_text.h"

namespace laoyou::record {
namespace {

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

}  // namespace

std::string write_xlsx_sheet(const std::vector<SheetColumn>& columns, const std::vector<std::vector<std::string>>& rows) {
  const MemoryFile file;
  std::unique_ptr<lxw_workbook, decltype(&lxw_workbook_free)> owned(workbook_new(file.path().c_str()), &lxw_workbook_free);
  lxw_workbook* book = owned.get();
  if (book == nullptr) throw std::runtime_error("writing .xlsx: out of memory");
  lxw_worksheet* sheet = workbook_add_worksheet(book, nullptr);
  lxw_format* text = workbook_add_format(book);
  format_set_num_format(text, "@");  // text: codes keep their leading zeros, dates stay as typed
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  if (!columns.empty()) worksheet_set_column(sheet, 0, static_cast<lxw_col_t>(columns.size() - 1), k_column_width, text);
  write_header(sheet, bold, columns);
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      if (!rows[r][c].empty())
        require(worksheet_write_string(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), xlsx::escaped(rows[r][c]).c_str(), text));
  require(workbook_close(owned.release()));  // frees the book, whether it could be written or not
  return file.bytes();
}

}  // namespace laoyou::record
