#include <map>

#include "record/sheet_archive.h"
#include "record/sheet_xlsx.h"
#include "record/sheet_xlsx_cells.h"
#include "record/xml_reader.h"

namespace laoyou::record {
namespace {

using xlsx::Archive;
using xml::Piece;

constexpr std::uint64_t k_unpacked_bytes_max = 512ULL << 20;

struct Relation {
  std::string type, target;
};

/// The relations of a part (ECMA-376 part 2, 9.3) by their id; targets as names within the archive.
std::map<std::string, Relation> read_relations(const Archive& archive, const std::string& folder, const std::string& part) {
  std::map<std::string, Relation> relations;
  const std::string text = archive.part(folder + "_rels/" + part + ".rels");
  xml::Reader reader(text);
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next()) {
    if (piece != Piece::open || reader.name() != "Relationship") continue;
    const std::string *id = reader.attribute("Id"), *type = reader.attribute("Type"), *target = reader.attribute("Target");
    if (id == nullptr || type == nullptr || target == nullptr) continue;
    relations[*id] = {*type, target->starts_with('/') ? target->substr(1) : folder + *target};
  }
  return relations;
}

/// The target of the first relation whose type ends so; empty when there is none.
std::string target_of_type(const std::map<std::string, Relation>& relations, std::string_view ending) {
  for (const auto& [id, relation] : relations)
    if (relation.type.ends_with(ending)) return relation.target;
  return {};
}

/// What the workbook's own part says: its first sheet's relation, and from which day it counts (18.2.28: old Macintosh workbooks from 1904).
struct Workbook {
  std::string first_sheet;
  double day_shift = 0;
};

Workbook read_workbook(const std::string& text) {
  constexpr double days_1900_to_1904 = 1462;
  Workbook workbook;
  xml::Reader reader(text);
  for (Piece piece = reader.next(); piece != Piece::end; piece = reader.next()) {
    if (piece != Piece::open) continue;
    if (const std::string* from_1904 = reader.attribute("date1904"); reader.name() == "workbookPr" && from_1904 != nullptr)
      workbook.day_shift = *from_1904 == "1" || *from_1904 == "true" ? days_1900_to_1904 : 0;
    if (const std::string* id = reader.attribute("id"); reader.name() == "sheet" && id != nullptr && workbook.first_sheet.empty())
      workbook.first_sheet = *id;
  }
  return workbook;
}

Sheet read_first_sheet(const Archive& archive) {
  const std::string book_path = target_of_type(read_relations(archive, "", ""), "/officeDocument");
  const std::size_t slash = book_path.rfind('/') + 1;
  const Workbook workbook = read_workbook(archive.part(book_path));
  const auto relations = read_relations(archive, book_path.substr(0, slash), book_path.substr(slash));
  const auto sheet = relations.find(workbook.first_sheet);
  if (sheet == relations.end()) return {};
  const std::string texts_path = target_of_type(relations, "/sharedStrings");
  const std::vector<std::string> texts = texts_path.empty() ? std::vector<std::string>() : xlsx::read_shared_texts(archive.part(texts_path));
  return xlsx::read_worksheet(archive.part(sheet->second.target), texts, workbook.day_shift);
}

}  // namespace

Result<Sheet> read_xlsx_sheet(std::string_view bytes) {
  const Refusal too_large = refuse("sheet.too_large", {std::to_string(k_sheet_rows_max), std::to_string(k_sheet_columns_max)});
  const std::optional<std::uint64_t> unpacked = xlsx::unpacked_bytes(bytes);
  if (!unpacked) return refuse("sheet.unreadable", {".xlsx"});
  if (*unpacked > k_unpacked_bytes_max) return too_large;
  try {
    return read_first_sheet(Archive(bytes));
  } catch (const xlsx::TooLarge&) {
    return too_large;
  } catch (const xlsx::BrokenArchive& broken) {
    return refuse("sheet.unreadable", {broken.what()});
  } catch (const xml::Malformed& malformed) {
    return refuse("sheet.unreadable", {malformed.what()});
  }
}

}  // namespace laoyou::record
