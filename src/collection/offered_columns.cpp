#include "collection/offered_columns.h"

namespace laoyou::collection {
namespace {

void offer(const Desk& desk, const Field& field, record::SheetColumn& column) {
  column.locked = field.name == "id";
  if (field.masked) return;
  if (field.codec->kind == "choice")
    for (const record::Choice& choice : field.codec->choices) column.choices.push_back(choice.zh);
  if (field.codec->kind == "yes_no") column.choices = {field.codec->sheet_text(Cell(std::int64_t{1})), field.codec->sheet_text(Cell(std::int64_t{0}))};
  if (field.codec->kind == "region") {
    column.choices = desk.services.place_choices(desk.acting.scope.region());
    column.others = true;  // a code is as good as a name
  }
}

}  // namespace

std::vector<record::SheetColumn> offered_columns(const Desk& desk, const std::vector<record::RowColumn>& columns) {
  std::vector<record::SheetColumn> offered = record::sheet_columns(columns);
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (const Field* field = desk.collection.find(columns[i].name)) offer(desk, *field, offered[i]);
  return offered;
}

}  // namespace laoyou::collection
