#pragma once

#include "app/command.h"

namespace laoyou::app {

/// `laoyou print fill TEMPLATE.docx VALUES.json OUT.docx`: fills a template. `laoyou print paper PAPER.json OUT.pdf`: prints a paper with a red head.
/// 0 done, 1 refused (every fault on `err`, one a line), 2 the words were wrong.
int print_command(Words words, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace laoyou::app
