import type { GrammarData } from '../grammar'
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }
import ru from './ru.json' with { type: 'json' }
import es from './es.json' with { type: 'json' }
import fr from './fr.json' with { type: 'json' }
import de from './de.json' with { type: 'json' }
import pt from './pt.json' with { type: 'json' }
import it from './it.json' with { type: 'json' }
import vi from './vi.json' with { type: 'json' }
import tr from './tr.json' with { type: 'json' }
import ar from './ar.json' with { type: 'json' }
import hi from './hi.json' with { type: 'json' }
import id from './id.json' with { type: 'json' }
import pl from './pl.json' with { type: 'json' }
import uk from './uk.json' with { type: 'json' }
import nl from './nl.json' with { type: 'json' }
import th from './th.json' with { type: 'json' }
import fa from './fa.json' with { type: 'json' }
import bg from './bg.json' with { type: 'json' }
import bn from './bn.json' with { type: 'json' }
import ca from './ca.json' with { type: 'json' }
import cs from './cs.json' with { type: 'json' }
import el from './el.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import gu from './gu.json' with { type: 'json' }
import he from './he.json' with { type: 'json' }
import hu from './hu.json' with { type: 'json' }
import mr from './mr.json' with { type: 'json' }
import no from './no.json' with { type: 'json' }
import ro from './ro.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }
import ta from './ta.json' with { type: 'json' }
import te from './te.json' with { type: 'json' }
import tl from './tl.json' with { type: 'json' }
import ur from './ur.json' with { type: 'json' }

/** Every language but the two that are always there. Adding a language is adding its file here. */
export const otherLanguages: readonly GrammarData[] = [
  ja, ko, ru, es, fr, de, pt, it, vi, tr, ar, hi, id, pl, uk, nl, th, fa,
  bg, bn, ca, cs, el, fi, gu, he, hu, mr, no, ro, sv, ta, te, tl, ur,
]
