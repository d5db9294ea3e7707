namespace Avance.Access;

/// <summary>Something that can be done; each page names the one that it is for. Who may is said by <see cref="AccessTable"/>.</summary>
public enum Act
{
    /// <summary>Reads what is published.</summary>
    ReadPublic,

    /// <summary>Signs in or out, takes an invitation, or sets the program up.</summary>
    SignIn,

    /// <summary>Looks after their own account.</summary>
    OwnAccount,

    /// <summary>Enters an office's workspace and reads what is worked on.</summary>
    EnterWork,

    /// <summary>Writes the plan and takes the year through its states.</summary>
    EditPlan,

    /// <summary>Writes amendments and asks for them.</summary>
    EditAmendments,

    /// <summary>Carries amendments on: reviews, authorises, applies and undoes them.</summary>
    AuthoriseAmendments,

    /// <summary>Imports tables of other systems.</summary>
    ImportTables,

    /// <summary>Reads what a unit captures.</summary>
    SeeCapture,

    /// <summary>Types a unit's progress.</summary>
    WriteCapture,

    /// <summary>Sends a unit's capture to review.</summary>
    SubmitCapture,

    /// <summary>Approves what units captured.</summary>
    ReviewCapture,

    /// <summary>Sends what a unit captured back to it, with what has to be mended.</summary>
    ReturnCapture,

    /// <summary>Answers for what a unit reports.</summary>
    AuthoriseCapture,

    /// <summary>Opens, closes and reopens quarters.</summary>
    RunPeriods,

    /// <summary>Follows a figure back to who captured it.</summary>
    SeeTrace,

    /// <summary>Reads the journal.</summary>
    SeeJournal,

    /// <summary>Invites people and says what each may do.</summary>
    ManagePeople,

    /// <summary>Publishes reports.</summary>
    Publish,
}

/// <summary>Whom an act is open to.</summary>
public enum Admission
{
    /// <summary>Anyone, signed in or not.</summary>
    Anyone,

    /// <summary>Anyone who is signed in.</summary>
    SignedIn,

    /// <summary>Who has one of its roles.</summary>
    Holders,
}

/// <summary>Who may do something.</summary>
/// <param name="Act">What.</param>
/// <param name="Name">What people call it, as a sentence without its subject.</param>
/// <param name="Admission">Whom it is open to.</param>
/// <param name="Roles">The roles that allow it, where it takes one.</param>
/// <param name="IsByUnit">Whether it is done to one unit, so that a role of another unit does not allow it.</param>
public sealed record AccessRule(Act Act, LocalizedText Name, Admission Admission, IReadOnlyList<Role> Roles, bool IsByUnit);
