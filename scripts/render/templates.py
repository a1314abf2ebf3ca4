# SPDX-License-Identifier: MIT
"""How references look: one string a family of styles.

<X> is a field or a cue; {a|b|} one of several at random; «…» is left out when a field in it is absent, and now and
then although it is there. Fields: A authors, E editors, T title, C container, S short container, K series, V volume, I
issue, P pages, Y year, D full date in the style's order, M "2018 Jun 9", N edition, B publisher, L place, G genre. Others
fill no field of ours or are found by their shape: doi url pmid; X access date, H epub date. Cues: vol no pp in eds acc
avail."""

ARTICLE = [
    # Vancouver, AMA, NLM and their kin
    '<A>. <T>. <S>{.|}{ |. }<M>;<V>«(<I>)»:<P>.{| <doi>{.|}| <pmid>.| <doi>. <pmid>.|| <epub>. <doi>.}',
    '<A>. <T>. <S>{.|} <Y>;<V>«(<I>)»:{| }<P>{.|}{| <doi>{.|}| <url>}',
    '<A>. <T>. <C>{.|} <Y>;<V>«(<I>)»{:|: }<P>{.|}{| <doi>{.|}}',
    '<A>. <T>. <C> [Internet]. <M> [<acc><X>];<V>«(<I>)»:<P>. <avail><url>',
    '<A>. <T>. <S> <V>«(<I>)»:<P>, <Y>{.|}',
    '<A>: <T>. <S> <Y>, <V>«(<I>)»:<P>{.|}{| <doi>}',
    '<A>: <T>. <C> <V>«(<I>)»: <P>, <Y>.',
    '<A>. <T>. <S>. {Epub <H>. <doi>.|Published online <D>. <doi>|In press <Y>.|<Y> doi: <doi>. Online ahead of print.}',
    '<A>. <T>. <S> <Y>; <V>{ |}«(<I>)»: <P>.',
    # APA and Harvard
    '<A> (<Y>). <T>. <C>, <V>«(<I>)», <P>.{| <doi>| <url>| <doi>}',
    '<A> (<D>). <T>. <C>, <V>«(<I>)», <P>.{| <doi>}',
    '<A> (<Y>){ |. |: |, }<T>. <C>{ |, }<V>«{ |}(<I>)»{:|: |, }{|<pp>}<P>{.|}{| <doi>}',
    '<A>, <Y>. <T>. <{C|S}> <V>«{ |} (<I>)», <P>.{| <doi>| <url>}',
    '<A>. <Y>. <T>. <{C|S}>{ |, |. }<V>«(<I>)»{:|: |, }<P>{.|}{| <doi>}',
    '<A>. (<Y>). <T>. <{C|S}> <V>{, |: |:| }<P>. <doi>',
    "<A> (<Y>) {'<T>'|‘<T>’|“<T>”}, <C>, <V>«(<I>)», <pp><P>{.|}{| <avail><url>| <doi>}",
    "<A> <Y>, '<T>', <C>, <vol><V>«, <no><I>», <pp><P>{.|}",
    '<A> (<Y>) <T>. <S> <V>{: |:|, }<P>{.|}{| <doi>{.|}}',
    '<A> <Y> <T> <C> <V> <P>{| <doi>}',
    # quoted: Chicago, MLA, IEEE, Wiley's
    '<A>. “<T>.” <C> <V>«, <no><I>» (<{Y|D}>): <P>.{| <doi>.| <url>{.|}}',
    '<A>, “<T>,” <C> <V>«, <no><I>» (<Y>): <P>{.|, <doi>.|. <doi>|. <url>}',
    '<A>. “<T>.” <C>{,|} <vol><V>«, <no><I>», <{D|Y}>, <pp><P>.{| <doi>.| <url>.| <acc><X>.}',
    '<A>. <Y>. “<T>.” <C> <V>« (<I>)»: <P>.{| <doi>.}',
    '<A>, “<T>,” <{S|C}>, <vol><V>«, <no><I>», <pp><P>, <{Y|D}>{.|, <doi>.}',
    '<A>, "<T>," <{S|C}>, <vol><V>«, <no><I>», <pp><P>, <Y>.',
    '<A>. “<T>.” <C> <V> (<Y>)«: <P>».{| <url>| <doi>}',
    '<A>. “<T>.” <C> <V>{, |:|: }<P> (<Y>).{| <url>| <doi>}',
    '<A>. "<T>." <C> <V>«.<I>» (<Y>): <P>.',
    # Nature, Science, physics, chemistry
    '<A>{.| }{ |. }<T>. <S> <V>, <P> (<Y>){.|}{| <doi>}',
    '<A>, <T>. <S>{ |, }<V>«(<I>)»{, |:| }<P> (<Y>){.|}{| <doi>{.|}}',
    '<A>, <T>, <S>{ |, }<V>«({no. |}<I>)» (<Y>) <P>{.|}{| <doi>.}',
    '<A>, <{C|S}>{ |, }<V>{, |:| }<P> (<Y>).',
    '<A>; <{S|C}> <Y>, <V>« (<I>)», <P>.{| <doi>.}',
    '<A> <T>. <S> <Y>, <V>« (<I>)», <P>.{| <doi>{.|}}',
    '<A>. <{S|C}> <V>, <P> (<Y>).{| <doi>}',
    '<A>, <S> <Y>, <V>, <P>.',
    '<A>, <T>, <C>, <V>«(<I>)»{, |:|, <pp>}<P>, <Y>{.|}',
    '<A>. <T>. <C>, <V>«(<I>)»{:|, }<P>, {<Y>|<D>}.',
    '<A>. <T>. <C>, <vol><V>«, <no><I>», <pp><P>, {<Y>|<D>}.{| <doi>| <avail><url>. <acc><X>.}',
    '<A>. <T>. <C>, <L>, <vol><V>«, <no><I>», <pp><P>, <D>.',
    '<A>, <T>, <C> <V> (<Y>){,|:} {<no><I>, |}<pp><P>{.|}',
    '<A>, <T>. <C> <V>« no. <I>» (<Y>) <P>.',
    '<A>, {‘|„|"}<T>{’|“|"}, {|<in>}<C> <V> (<Y>), <pp><P>.',
    '<A>, <T>{,|.} <in><C> <V>«/<I>» (<Y>), <pp><P>.',
    '<T>. <A>. <S>. <Y>;<V>«(<I>)»:<P>.{| <doi>| <url>}',
    '<T>. <C>. <Y>;<V>«(<I>)»:<P>.',
    '<A>. <S>. <Y>;<V>«(<I>)»:<P>.',
    '<A>. <S> <Y>; <V>: <P>.',
    # the year twice, no blank before the volume, issue behind a comma, place of the journal
    '<A>, <Y>. <T>. <{C|S}>. <Y>. <vol><V>«, <no><I>», <pp><P>.{| <doi>}',
    '<A> (<Y>). <T>. <C>. <Y>;<V>«(<I>)»:<P>.',
    '<A>{.| }{ |. }<T>. <S><V>, <P> (<Y>).{| <doi>}',
    '<A>, <S> <V>, <I> (<Y>) <P>.', '<A>, <S> <V>, <P> (<Y>) <P>.', '<A>, <T>. <S> <V>, <I> (<Y>) <P>.',
    '<A>. <T>. <C>, {<L>, |}v. <V>«, n. <I>», p.{ |}<P>, {<Y>|jul./set. <Y>|jan./abr. <Y>|dez. <Y>|set. <Y>|<D>}.{| Disponível em: {<|}<url>{>|}. Acesso em: <X>.}',
    '<A>. <T>. <C>. <L>, v.<V>«, n.<I>», p.<P>, {<Y>|abr. <Y>|jan.-mar. <Y>}.',
    '<A>. <T>. <C>. {<Y>; <V>: <P>|<Y>;<V>«(<I>)»:<P>}. {|Disponível em: <url>|Available from: <url>}',
    '<A>. <Y>. <T>. <{C|S}> <V>«(<I>)»: <P>. {|<doi>}', '<A> <Y>. <T>. <S> <V>: <P>.{| <doi>.}',
    '<A> (<Y>) <T>. <C>: <P>.', '<A>. <T>. <C> <Y>:<P>.', '<A>. <T>. <C>, <Y>.{| <doi>}', '<A> <T>. <S> <Y>;<V>«(<I>)»:<P>.', '<A>. <T>. <C>. {In press <Y>|<Y> in press|(in press)|forthcoming <Y>}.',
    '<A>. <T> <S> <Y>;<V>«(<I>)»:<P>.', '<A>: “<T>”, <C> <V>«(<I>)», <Y>, <pp><P>.', '<A> “<T>.” <C> <V>«, <no><I>» (<Y>): <P>. <doi>', '<A> {(<Y>) |}“<T>”. <C> <V>«(<I>)»{:|, }<P>.', "<A> (<Y>). '<T>'. <C> <V>«(<I>)»: <P>.",
    '<A>. “<T>.” <C>. <Y>;<V>«(<I>)»:<P>.{| <doi>}', '<A>. “<T>.” <C>. Published <D>. <url>', '<A>. “<T>.” <C>, <Y>.{| <url>}', '<A>. <T>. <C>. <D>. <url>', '<A>. <T>. <C>. <V>«(<I>)», <P> (<Y>). <doi>', '<A>. “<T>.” <C> <V>, <P> (<Y>). <url>',
    '<A>. <T>. <S> <V>«(<I>)»:<P> (<Y>).', '<A>. <T>. <C>. <V>«(<I>)»:<P>. <Y>.', '<A>. <T>. <C>. <vol><V>«, <no><I>». <Y>. <pp><P>.', '<A>. <T>. <C> <Y>, <vol><V>, <pp><P>.', '<A>, <T>, <C>, <Y>, <vol><V>«, <no><I>», <pp><P>.',
]
ARTICLE_DE = [
    '<A> (<Y>): <T>. <in><C>{, | }«{<vol>|}<V>»«, {H. |Heft |Nr. |}<I>», {S. |S.|}<P>.',
    '<A> (<Y>): <T>. <in><C> {<V>|<V>. Jg.|Jg. <V>|Bd. <V>}«{(<I>)|, H. <I>|, Heft <I>|, Nr. <I>|/<I>}»{, S. |: |, |, S.}<P>{.|}',
    '<A> (<Y>). <T>. <C>, <V>«(<I>)», <P>.{| <doi>}',
    '<A>, <Y>: <T>. <in><C> <V>«(<I>)»{: |, S. |:}<P>.',
    '<A>, <Y>: <T>. <C> <V>{: |, S. |:}<P>.',
    '<A>: <T>. <in><C>{, | }<V> (<Y>)«{ H. |, H. |, }<I>», S. <P>{.|}',
    '<A>: <T>, <in><C>{,|} {<V>. Jg.|Jg. <V>|<V>} (<Y>)«, {H.|Heft|Nr.} <I>», S. <P>.',
    '<A>: „<T>“, in: <C> <V>«/<I>» (<Y>), S. <P>.',
    '<A>, {„<T>“|"<T>"|<T>}, <in><C> <V>«/<I>» (<Y>), S. <P>{.|}',
    '<A> <Y>: <T>, in: <C>{,|} «{Jg. |Bd. |}<V>»«, {H. |Nr. |}<I>», S. <P>',
    '<A> (<Y>): <T>, in: <C>, <V>«(<I>)», S. <P>.',
    '<A> (<Y>): „<T>“. <in><C>, <D>{, S. <P>|}.',
    '<A> (<Y>): <T>. <in><C> <V>«(<I>)», S. <P>. {|<avail><url> (<acc><X>).}',
    '<A>: <T>. {In: |}<C> {<Y>; <V>: <P>|<V>, <P> (<Y>)|<Y>; <V>«(<I>)»: <P>}.',
]
ARTICLE_DE += [
    '<A> (<Y>), »<T>«, in: <C>, {Jg. |Bd. |}<V>«, {Nr. |H. |Heft }<I>», S. <P>.', '<A> (<Y>): <T>, S. <P> in: <C> <V>«(<I>)».', '<A>: <T>. - In: <C>, <V>. Jg.«, H. <I>», <Y>, S. <P>', '<A> (<Y>): <T>, in: <C> <V>{: |, }<P>.',
    '<A> <Y>, <T>, in: <C>, {Jg. |}<V>«, {Nr. |H. }<I>», S. <P>.', '<A> <Y>: <T>. In: <C>, Heft <I>, S. <P>.', '<A>, <T>, in: <C> <V>«, Nr. <I>», <Y>, <P>.', '<A>, <Y>, <T>. In: <C> <V>«(<I>)»: <P>.', '<A> (<Y>): "<T>". In: <C>, Vol. <V>«, No. <I>», pp. <P>.',
    '<A> (<Y>): <T>, <C>, <D>{, S. <P>|}.', '<A>: <T>, in: <C>, <D>{, S. <P>|}.', '<A> (<Y>): <T>. {<C>|In: <C>} Heft <I>, S. <P>.', '<A> (<Y>): <T>. In: <C> {Vol. |}<V>, No. <I>. S. <P>', '<A> (<Y>): <T>. In: <C>, Jg. <V>, {H.|Nr.|Heft} <I>, S. <P> {|f.|ff.}',
    '<A> (im Erscheinen): <T>. In: <C>.', '<A> (<Y>): <T>. In: <C> {<V>|<V>/<I>}, S. <P>. {Online unter: |}<url>{, <D>| (<acc><X>)|}',
]
BOOK = [
    '<A>. <T>. «<N>. »<L>: <B>{; |, }<Y>{.|}{| <doi>}',
    '<A>. <T>. «<N>. »<L>{:|: }<B>; <Y>. {|<pp><P>.|256 p.}',
    '<A> (<Y>). <T>« (<N>)». «<L>: »<B>.{| <doi>| <url>}',
    '<A> (<Y>). <T>. <B>{, <L>|}.{| <doi>}',
    '<A> (<Y>): <T>. «<N>. »<L>: <B>.',
    '<A>, <Y>. <T>«, <N>». <B>, <L>.',
    '<A>. <Y>. <T>. «<N>. »<L>: <B>.',
    '<A>. <T>. <B>, <Y>{.|}',
    '<A>, <T>{,| (|. }«<N>, »<B>, <L>, <Y>{.|)}',
    '<A>, <T> (<L>: <B>, <Y>){.|, <pp><P>.}',
    '<A>, <T>. <L>{: <B>|} <Y>.',
    '<A>, <T>, <L> <Y>{.|, <pp><P>.}',
    '<A>, <T>«, <N>» («<L>: »<B>, <Y>).',
    '<A>. <T>« <N>» <L>: <B>; <Y>.',
    '<A> <T>{. |} {|<N>. }(<B>, <{Y|Y}>).',
    '<A> <Y> <T> <L> <B>',
    "<A> <Y>, <T>«, <N>», <B>, <L>{.|}",
    '<E><eds>. <T>. «<N>. »<L>: <B>; <Y>.', '<E><eds> (<Y>). <T>. «<L>: »<B>.', '<E><eds> (<Y>): <T>. <L>: <B>.',
    '<A>. <T>. <K>{, | }{<vol><V>|}. <L>: <B>, <Y>.',
]
BOOK_DE = [
    '<A> (<Y>): <T>. «<N>. »<L>: <B>.', '<A> (<Y>): <T>. «<N> »<L>: <B>', '<A> (<Y>): <T>. <L>{.|}', '<A> (<Y>), <T>, <L>: <B>.', '<A>, <Y>: <T>. «<N> »<L>: <B>.', '<A>: <T>. «<N> »<L>{: <B>|} <Y>.',
    '<A>: <T>, «<N>, »<L> <Y>{.|, S. <P>.}', '<A> (<Y>): <T>. <L>/{Berlin|New York|Wien}: <B>.', '<E><eds> (<Y>): <T>. «<N> »<L>: <B>.', '<E><eds>: <T>. «<N> »<L>{: <B>|} <Y>.', '<A> (<Y>): <T>. <L>: <B> (<K>{, Bd. <V>|; <V>}).',
    '<A> (<Y>): <T>. (<K>{, Bd. <V>| <V>}). <L>: <B>.', '<A> (<Y>). <T>. <L>: <B>.', '<A> <Y>: <T>, <L>', '<A> (<Y>): <T>. «<N> »<L>{: <B>|}. {|<avail><url> (<acc><X>)}', '<A> (<Y>): <T>. <B>{: <L>|, <L>}.', '<A>, <T>, <L> <Y>.', '<A> (<Y>): <T>, <L>.',
    '<A> (<Y>): <T> (= <K>{, Bd. <V>| <V>}), <L>: <B>.', '<A> (<Y>): <T>. «<N> »<B>, <L>.',
]
BOOK_DE += ['<A> (<Y>): <T>. <K>{, Bd. <V>| <V>|, Heft <V>}. <L>{: <B>|}.', '<A> (<Y>), <T>. <L>{: <B>|}.', '<A> <Y>: <T>. <L>{: <B>|}', '<A> <Y>, <T>. <B>: <L>.', '<A>, <Y>, <T>. <L>: <B>.', '<A> (<Y>): <T>, «<N>, »<L>: <B>.', '<A> (<Y>, Hg.): <T>, <L>: <B>', '<A> (Hrsg.) (<Y>): <T>. <L>: <B>.',
            '<A> [<Y>]: <T>. <L>.', '<A> (<Y>): <T>. Dissertation. <L>.', '<A>: <T>, <L> <Y>, <P>.', '<A> (<Y>): <T>, <B>, <L>.', '<A> (<Y>): <T>. <L> (<B>).', '<A>, <T>, <L>: <B> <Y>.', '<A> (<Y>): {„|"|»}<T>{“|"|«}. <L>{: <B>|}.', '<A> (<Y>): <T>. <L>: <B>. <P>',
            '<A> (<Y>): <T>. <L>: <B> (zuerst 1962).', '<A> (1987 [<Y>]): <T>. <L>: <B>.', '<A> (<Y>): <T>, <L> u.a.: <B>.']
CHAPTER = [
    '<A>. <T>. <in><E><eds>. <C>. «<N>. »<L>: <B>{; |, }<Y>. <pp><P>{.|}',
    '<A>. <T>. <in><E><eds>{: |. |, }<C>. <L>: <B>; <Y>:<P>.',
    '<A> (<Y>). <T>. <in><E><eds>, <C> (<pp><P>). «<L>: »<B>.{| <doi>}',
    '<A> (<Y>). <T>. <in><E><eds>, <C> («<N>, »<pp><P>). «<L>: »<B>.',
    '<A> (<Y>) <T>. <in><E><eds> <C>. <B>, <L>, <pp><P>',
    '<A>, <Y>. <T>, <in><E><eds>, <C>. <B>, <L>, <pp><P>.',
    '<A>. “<T>.” <in><C>, edited by <E>, <P>. <L>: <B>, <Y>.',
    '<A>. “<T>.” <C>, edited by <E>, <B>, <Y>, <pp><P>.',
    '<A>, “<T>,” <in><C>, <E><eds>{. |, }<L>: <B>, <Y>, <pp><P>.',
    '<A>. <T>. <in><C>. <L>: <B>; <Y>. <pp><P>.',
    '<A>, <T>, <in><E><eds>, <C>, <B>, <L>, <Y>, <pp><P>.',
    '<A>, in <C>, <E><eds> (<B>, <L>, <Y>), <pp><P>.',
    '<A>. <T>. <in><C>«, <vol><V>», <pp><P>. <B>, <Y>.',
    '<A>. <T>. <in><E><eds>. <C>. <L>: <B>, <Y>. <pp><P>.',
    '<A>, <T>, <in><E>, <C>, <L> <Y>, <pp><P>.',
    "<A> <Y>, '<T>', in <E><eds>, <C>, <B>, <L>, <pp><P>.",
]
CHAPTER_DE = [
    '<A> (<Y>): <T>. <in><E><eds>{: | }<C>. «<N> »<L>: <B>, S. <P>.', '<A> (<Y>): <T>. <in><E><eds>{: |, | }<C>. «<L>: »<B>, {S. |}<P>{.|}', '<A> (<Y>): <T>. <in><C>. Hrsg. {v. |von }<E>. <L>: <B>, S. <P>.', '<A> (<Y>): <T>, in: <E><eds>{, |: }<C>, <L>{: <B>|}, S. <P>.',
    '<A>, <Y>: <T>. S. <P> in: <E><eds>{, |: }<C>. <L>: <B>.', '<A>: <T>. <in><E><eds>: <C>. «<N> »<L>{: <B>|} <Y>, S. <P>.', '<A> (<Y>). <T>. <in><E><eds>, <C> (S. <P>). «<L>: »<B>.', '<A>, <T>, <in><E><eds>, <C>, <L> <Y>, S. <P>{.|}',
    '<A>: „<T>“, in: <E><eds>: <C>, <L>: <B> <Y>, S. <P>.', '<A> <Y>: <T>, in: <E><eds>: <C>. <L>: <B>: <P>', '<A> (<Y>): <T>. <in><C>. <L>: <B>, S. <P>.', '<A> (<Y>): <T>. <in><E><eds>: <C>. <L>{: <B>|}, <P>.', '<A> (<Y>): <T>. <in><E><eds>: <C>. {Bd. <V>. |}<L>: <B>. S. <P>.',
]
CHAPTER_DE += ['<A> (<Y>): <T>, S. <P> in: <E><eds>{, |: }<C>. <L>: <B>.', '<A>, <Y>: <T>. In: <E><eds>: <C>. <L>: <B>: <P>.', '<A> (<Y>), {»<T>«|<T>}, in: {ders.|dies.|Ders.} (Hg.), <C>, <L>, S. <P>.', '<A> (<Y>): <T>. In: {ders.|Ders.|dies.}: <C>. <L>: <B>, S. <P>.', '<A> <Y>: <T>, in: <E><eds>, <C>, <L>, S. <P>.',
               '<A>, <Y>, <T>, S. <P>, in: <E><eds>, <C>. <L>: <B>.', '<A> (<Y>): <T>. In: <E><eds> (<Y>): <C>. <L>: <B>. S. <P>{.|}', '<A> (<Y>), <T>, in: <E><eds>, <C>, <L>: <B>, S. <P>.', '<A>: <T>. - In: <E><eds>: <C>. - <L>: <B>, <Y>, S. <P>', '<A> (<Y>): <T>. In: <E><eds>: <C>, <L>, S. <P>.',
               '<A> (<Y>): <T>. In: <C>. <L>, S. <P>.', '<A> (<Y>): <T>, in: <C>, hrsg. von <E>, <L>: <B>, S. <P>.', '<A> (<Y>). <T>. In <E><eds>, <C>. <L>: <B>. <P>.', '<A>, <T>, in: <E><eds>, <C>, <L> <Y>, <P>.']
THESIS = ['<A>. <T> [<G>]. <L>: <B>; <Y>.', '<A> (<Y>). <T> (<G>). <B>{, <L>|}.', '<A>. <T>. <G>, <B>, {<L>, |}<Y>.', '<A>, “<T>,” <G>, <B>, <Y>.', '<A>. <Y>. “<T>.” <G>, <B>.', '<A>. <T>. <Y>. <G> – <B>, <L>, <Y>.',
          '<A> (<Y>): <T>. <G>{, |. |: }<B>{.| <L>.}', '<A>. <T>. <L>, <Y>. <G> - <B>.', '<A>. <T> [<G>]. <B>; <Y>. <avail><url>', '<A>. <T>. <G>. <L>, <B>, <Y>.']
REPORT = ['<A>. <T>. <G>. <L>: <B>; <Y>.', '<A> (<Y>). <T> (<G>). <B>.{| <url>}', '<A>. <T>. <G>, <B>, <Y>.', '<A> (<Y>): <T>. <L>.', '<A>. <T>. <L>: <B>; <Y>. {|<avail><url>}', '<A> (<Y>). <T>. <L>: <B>. <avail><url>', '<A> (<Y>): <T>. {<K> <V>. |}<L>{: <B>|}. {|<avail><url> (<acc><X>)}',
          '<A>. <T>. <K>{ No. | }<V>. <B>, <L>, <Y>.']
WEB = ['<A>. <T> [Internet]. «<L>: <B>; »<Y> [<acc><X>]. <avail><url>', '<A>. <T>. <{Y|D}>. <avail><url>. <acc><X>.', '<A>. “<T>” (<Y>). <avail><url>{.|}', '<A>. “<T>.” <C>, <D>. <url>.', '<A>. “<T>.” (<Y>) <url>',
       '<A> (<{Y|D}>). <T>. <C>. <url>', '<A> (<Y>). <T>. <avail><url> [<acc><X>].', '<A> (<Y>): <T>. <avail><url> (<acc><X>).', '“<T>.” <C>, <D>, <url>. <acc><X>.', '<T>. <C>. <url>. <acc><X>.', '<T>. <avail><url>. <acc><X>.',
       '<A>. <T>. <avail><url>', '<A>, <T>, <url>, <Y>.', '<C>. <T>. <url>. Published <D>. <acc><X>.', '<A>. <T>. <C>. <D>. <acc><X>. <url>', '<A>. <T>. {Disponível em|<avail>} <url>. <acc><X>', '<A>. <T>. <avail>{<|}<url>{>|}. <acc><X>.',
       '<C>. “<T>.” <D>. <url>', '<C>, “<T>” (<Y>), <url>', '<A> (o. J.): <T>. <avail><url> (<acc><X>)', '<A> (n.d.). <T>. <acc><X>, from <url>', '<A> — <T>, <Y>. <url>', '<C>. <T>. <Y>. <url>']
MEETING = ['<A>. <T>. <in><C>, <pp><P>{, <L>|}{, <B>|}, <Y>.', '<A> (<Y>). <T>. <in><C> (<pp><P>). {<B>.|}', '<A>, “<T>,” in <C>, <L>, <Y>, <pp><P>.', '<A>. <T>. <in><C>; <D>; <L>. {<B>; <Y>. <pp><P>.|}', '<A>. <T>. <C>, <vol><V>, <pp><P>, <Y>. <B>.', '<A>. <T>. <in><E><eds>, <C>, <pp><P>. <B>, <Y>.',
           '<A>: <T>. <in><C>. <L> (<Y>) <P>', '<A>. <T>. <in><C>, <vol><V> of <K>, <pp><P>. <B>, <Y>.', '<A>. <Y>. <T>. In <C>. <B>, <L>, <P>.', '<A>. <T>. <K>, <V>:<P>, <Y>.']
PREPRINT = ['<A>. <T>. <S> [Preprint]. <Y>. {<doi>|<avail><url>}', '<A> (<Y>). <T>. <S>. <doi>', '<A>. <T>. <S>, <Y>. <doi>', '<A>, “<T>,” <S> (<Y>), <doi>.', '<A>. <T>. <S> <Y>. <doi>']
