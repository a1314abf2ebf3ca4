# SPDX-License-Identifier: MIT
"""How references look: one string a family of styles.

<X> is a field or a cue; {a|b|} one of several at random; «…» is left out when a field in it is absent, and now and
then although it is there. Fields: A authors, E editors, T title, C container, S short container, K series, V volume, I
issue, P pages, Y year, D full date in the style's order, M "2018 Jun 9", N edition, B publisher, L place, G genre, U "in press",
Q "n.d.", X access date, H epub date, W language, Z publication type, J "[Epub ahead of print]", R "NICE guideline NG59"; O "updated May 2020" is a note. Found by
their shape: doi url pmid pmcid. Cues: vol no pp in eds edby acc avail epub."""

ARTICLE = [
    # Vancouver, AMA, NLM and their kin
    '<A>. <T>. <S>{.|}{ |. }<M>;<V>«(<I>)»:<P>.{| <doi>{.|}| <pmid>.| <doi>. <pmid>.|| <epub><H>. <doi>.}',
    '<A>. <T>. <S>{.|} <Y>;<V>«(<I>)»:{| }<P>{.|}{| <doi>{.|}| <url>}',
    '<A>. <T>. <C>{.|} <Y>;<V>«(<I>)»{:|: }<P>{.|}{| <doi>{.|}}',
    '<A>. <T>. <C> [Internet]. <M> [<acc><X>];<V>«(<I>)»:<P>. <avail><url>',
    '<A>. <T>. <S> <V>«(<I>)»:<P>, <Y>{.|}',
    '<A>: <T>. <S> <Y>, <V>«(<I>)»:<P>{.|}{| <doi>}',
    '<A>: <T>. <C> <V>«(<I>)»: <P>, <Y>.',
    '<A>. <T>. <S>. {<epub><H>. <doi>.|<M>. <doi>. Online ahead of print.|Published online <D>. <doi>|<U> <Y>.|<Y> doi: <doi>. Online ahead of print.}',
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
    '<A> (<Y>) <T>. <C>: <P>.', '<A>. <T>. <C> <Y>:<P>.', '<A>. <T>. <C>, <Y>.{| <doi>}', '<A> <T>. <S> <Y>;<V>«(<I>)»:<P>.', '<A>. <T>. <C>. {<U> <Y>|<Y> <U>|(<U>)|<U>}.',
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
    '<A> (<U>): <T>. In: <C>.', '<A>: <T>. In: <C> (<U>).', '<A> <U>: <T>. In: <C>{.|, Heft <I>.}', '<A> (<Y>): <T>. In: <C> {<V>|<V>/<I>}, S. <P>. {Online unter: |}<url>{, <D>| (<acc><X>)|}',
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
BOOK_DE += ['<A> (<Y>): <T>. <K>{, Bd. <V>| <V>|, Heft <V>}. <L>{: <B>|}.', '<A> (<Y>), <T>. <L>{: <B>|}.', '<A> <Y>: <T>. <L>{: <B>|}', '<A> <Y>, <T>. <B>: <L>.', '<A>, <Y>, <T>. <L>: <B>.', '<A> (<Y>): <T>, «<N>, »<L>: <B>.', '<E> (<Y>, Hg.): <T>, <L>: <B>', '<E> (Hrsg.) (<Y>): <T>. <L>: <B>.',
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
       '<A>. <T>. <avail><url>', '<A>, <T>, <url>, <Y>.', '<A>. <T>. <url>. Published <D>. <acc><X>.', '<A>. <T>. <C>. <D>. <acc><X>. <url>', '<A>. <T>. {Disponível em|<avail>} <url>. <acc><X>', '<A>. <T>. <avail>{<|}<url>{>|}. <acc><X>.',
       '<A>. “<T>.” <D>. <url>', '<A>, “<T>” (<Y>), <url>', '<A> (<Q>): <T>. <avail><url> (<acc><X>)', '<A> (<Q>). <T>. <acc><X>, from <url>', '<A> — <T>, <Y>. <url>', '<A>. <T>. <Y>. <url>']
MEETING = ['<A>. <T>. <in><C>, <pp><P>{, <L>|}{, <B>|}, <Y>.', '<A> (<Y>). <T>. <in><C> (<pp><P>). {<B>.|}', '<A>, “<T>,” in <C>, <L>, <Y>, <pp><P>.', '<A>. <T>. <in><C>; <D>; <L>. {<B>; <Y>. <pp><P>.|}', '<A>. <T>. <C>, <vol><V>, <pp><P>, <Y>. <B>.', '<A>. <T>. <in><E><eds>, <C>, <pp><P>. <B>, <Y>.',
           '<A>: <T>. <in><C>. <L> (<Y>) <P>', '<A>. <T>. <in><C>, <vol><V> of <K>, <pp><P>. <B>, <Y>.', '<A>. <Y>. <T>. In <C>. <B>, <L>, <P>.', '<A>. <T>. <K>, <V>:<P>, <Y>.']
PREPRINT = ['<A>. <T>. <S> [Preprint]. <Y>. {<doi>|<avail><url>}', '<A> (<Y>). <T>. <S>. <doi>', '<A>. <T>. <S>, <Y>. <doi>', '<A>, “<T>,” <S> (<Y>), <doi>.', '<A>. <T>. <S> <Y>. <doi>']
# the journal in quotes, as Polish, Czech, Russian and some French journals have it
ARTICLE += [
    '<A>, <T>, {„<C>”|«<C>»|"<C>"|„<S>”}, {t. |vol. |R. |}<V>«, {nr |no. |z. |n° |}<I>», <Y>, {s. |p. |pp. |S. |}<P>.',
    '<A>, {<T>|„<T>”}, {w: |[w:] |}{„<C>”|„<S>”}, {t. |vol. |}<V> (<Y>)«, {nr |z. }<I>», s. <P>.',
    '<A> (<Y>). <T>. {„<C>”|«<C>»|"<C>"|“<C>”}, <V>«(<I>)»{, s. |, |: }<P>.',
    '<A>: <T>. {„<C>”|"<C>"|„<S>”|«<C>»}{,|.|} {<V> (<Y>)|<Y>; <V>}«, {nr |č. |№ |no. }<I>», {s. |с. |p. |}<P>.',
    '<A>. <T>{.| //} {«<C>»|"<C>"|„<C>“|«<S>»}. {<Y>. {T. |Т. |Vol. |}<V>.|<Y>;<V>}« {№ |no. }<I>.» {S. |С. |P. |}<P>.',
]
ARTICLE += [
    # PubMed's own citations
    '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. {|<W>. }{<doi>. |}{<epub><H>. |}<pmid>.', '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. <doi>. {<epub><H>. |<epub><H>. |}{<Z>. |}<pmid>{.|; <pmcid>.}',
    '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. <doi>. {<epub><H>. |}{<pmid>.|<pmid>; <pmcid>.|}', '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. {<epub><H>. |}{<Z>. |}<pmid>.', '<A>. [<T>]. <S>. <M>;<V>«(<I>)»:<P>. <W>. {<doi>. |}{<epub><H>. |}{<pmid>.|<pmid>; <pmcid>.|}',
    '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. <doi>. <epub><H>.', '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. <epub><H>.{| <doi>.}', '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. <epub><H>. <pmid>; <doi>', '<A>. <T>. <S>. <M>:<P>. <doi>. Online ahead of print.',
    '<A>. <T>. <S>. <M>;<V>«(<I>)»:<P>. <W>.{| <pmid>.}', '<A>. <T> [Article in <W>]. <S>. <Y>;<V>«(<I>)»:<P>.', '<A>. <T>. <C>. <Y>;<V>«(<I>)»:<P>. <epub><H>. <doi> <pmid>',
    # not yet printed
    '<A>. <T>. <S>. {|(}<U>{.|).}', '<A> (<U>). <T>. <C>.{| <doi>}', '<A>. <T>. <C>, <U>.', '<A>. <T>. <S> <U>{.| <Y>.}{| <doi>}', '<A>, “<T>,” <S>, <U>.',
    '<A>. <T>. <S>. <M>{ |. }<J>.{| <doi>.}', '<A>. <T>. <S> <Y>{ |, }<J>{|. <doi>}',
    # the type of work in brackets
    '<A>. <T> [{editorial|letter|review|abstract}]. <S>. <Y>;<V>«(<I>)»:<P>.',
]
BOOK += [
    '<E><eds>. <T>. «<N>. »<L>: <B>{; |, }<Y>{.|}', '<E><eds>. <T>. <N>. <L>: <B>; <Y>.', '<E><eds>. <T>. <L>: <B>; <Y>. {|<pp><P>.|256 p.}', '<E><eds> (<Y>). <T>« (<N>)». «<L>: »<B>.', '<E><eds> <T>. «<N>. »<L>: <B>{; |, }<Y>{.|}', '<E><eds>, <Y>. <T>«, <N>». <B>, <L>.',
    '<E><eds>, <T> (<L>: <B>, <Y>){.|, <pp><P>.}', '<E><eds> <Y>, <T>, <B>, <L>.', '<T>. «<N>. »<edby><E>. <L>: <B>{; |, }<Y>.', '<E><eds>. <Y>. <T>. <L>: <B>.', '<A>. <T>. «<N>. »<edby><E>. <L>: <B>, <Y>.', '<A>. <T>. «<N>., »<B>, <Y>.', '<A>. <T>. <L>: <B>; <Q>.',
    '<A> (<Q>). <T>. <B>.', '<A>. <T>. <Q>. {<L>: |}<B>.', '<T>. «<N>. »<L>: <B>{; |, }<Y>.', '<A>. <T>. <L>: <B>; <U>.', '<A> (<U>). <T>. <B>.',
]
BOOK_DE += ['<E><eds>: <T>. «<N> »<L>{: <B>|} <Y>.', '<E><eds> (<Y>): <T>. «<N> »<L>{: <B>|}.', '<E><eds>, <T>, <L> <Y>.', '<E><eds> <T>. <L>: <B>, <Y>.', '<A>: <T>, <edby><E>, «<N>, »<L> <Y>.', '<A> (<Y>): <T>. <edby><E>. «<N> »<L>: <B>.', '<A> (<Q>): <T>. <L>{: <B>|}.', '<A>: <T>. <L> <Q>.', '<A> (<U>): <T>. <L>{: <B>|}.', '<A>: <T>. <L>: <B> (<U>).']
CHAPTER += [
    '<A> in <C> (eds <E>) {<vol><V>, |}<pp><P> (<B>, <Y>).', '<A>. <T>. in <C> (eds. <E>) {|<pp>}<P> (<B>, <Y>).', '<A>. “<T>.” <C>, <edby><E>, <B>, <Y>, <pp><P>.', '<A>. “<T>.” <in><C>, <edby><E>, <P>. <L>: <B>, <Y>.', '<A>. <Y>. “<T>.” <in><C>, <edby><E>, <P>. <L>: <B>.',
    '<A>, <T>, <in><C>, {|<N>, }<E><eds>, <B>, <L>, <Y>, <pp><P>.', '<A>, <T>, in <C>, {|<vol><V> }(<E>, {ed.|eds.}), <B>, <Y>, <pp><P>.', '<A>, <T>, in: <C> (<E>{, ed.|, eds.|, Ed.|, Eds.}), {<vol><V>, |}<B>, <L>, <Y>, <pp><P>.', '<A>. <T>. <in><E><eds>. <C>. <N>. <L>: <B>; <Y>. <pp><P>.',
    '<A> in <C>, <E><eds> (<B>, <Y>), <pp><P>.', '<A>. <T>. <in><C> (<edby><E>). <B>, <L>, <Y>, <pp><P>.', '<A>. <T>. <in><C> [<E><eds>]. <L>: <B>; <Y>. <pp><P>.', '<A>, <T>, <N>. <L>: <B>, <Y>, ch. <I>, <pp><P>.', '<E><eds>. <T>. <in><E><eds>. <C>. <L>: <B>; <Y>. <pp><P>.', '<A> (<Y>). <T>. <in><E><eds>, <C> (<N>, <vol><V>, <pp><P>). <B>.',
]
WEB += [
    '<T> [Internet]. <L>: <B>; {|c|©}<Y> [{<O>; |}<acc><X>]. <avail><url>', '<T> [Internet]. <L>: <B>; <Y>{| [<acc><X>]}. <avail><url>', '<A>. <T> [Internet]. <L>: <B>; {|c}<Y> [{<O>; |}<acc><X>]. <avail><url>', '<A>. <T> [Internet]. <L>: <B>; <M> [{<O>; |}<acc><X>]. <avail><url>',
    '<A>. <T>. {|<C>. }{Published |}<D>. {<O>. |}<acc><X>. <url>', '<A>. <T>. {|<C>. }<O>. <acc><X>. <url>', '<A>. <T>. <C>. {|Published }<D>. <O>. <acc><X>. <avail><url>', '<A>. <T>. Published <D>, <O>. <url> (<acc><X>).', '<A> (<D>). <T>. {|<B>. }<url>', '<A> (<Q>). <T>. <B>. <acc><X>, from <url>',
    '“<T>.” <C>, <B>, <D>, <url>.', '<A>. “<T>.” <C>. {|Last updated }<D>. <url>.', '<T> [Internet]. <C>{ |. }[{<O>; |}<acc><X>]. <avail><url>', '<T>. <L>: <B>; <Y>{| [<acc><X>]}. <avail><url>', '<A>: <T>. <Y>. <url> ({<O>; |}<acc><X>).', '<A>, <T> (<Q>), <url> (<acc><X>).',
]
GUIDELINE = [
    '<A>. <T>. <L>: <B>; <Y>. (<R>.) <avail><url>', '<A>. <T>. <R>. <Y>. <url>', '<A>. <T>. <R>. Published <D>, <O>. <url> (<acc><X>).', '<A>. <T>. <R>. <L>: <B>; <Y>.', '<A> (<Y>). <T> (<R>). {<B>. |}<url>', '<A>. <T> (<R>). <L>: <B>, <Y>. {|<avail><url>}', '<A>. <T> [<R>]. <Y>. <url>',
    '<A>. <T>. <Y> [{<O>; |}<acc><X>]. {<doi>|<avail><url>}', '<A>. <T>. <L>: <B>; <M>. {(<R>.) |}<avail><url>', '<A>. <T>. <N>. <L>: <B>; <Y>. {|<acc><X>. }<url>', '<A>. <T>. <R>. {<B>; |}<Y>. {|<avail><url>}', '<A>: <T>. <R>. <Y>. <url> (<acc><X>).', '<A>. <T> <url> (<Y>).',
]
